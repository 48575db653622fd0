package org.answerable.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerable.cohort.SmallCountRule;
import org.answerable.directory.SmallCounts;

/** Tells the directory the house's rule for small counts of people. */
@ApplicationScoped
public class CohortSmallCounts implements SmallCounts {

    @Inject private SmallCountRule rule;

    @Override
    public int smallUpTo() {
        return rule.smallUpTo();
    }

    @Override
    public String words() {
        return rule.words();
    }
}
