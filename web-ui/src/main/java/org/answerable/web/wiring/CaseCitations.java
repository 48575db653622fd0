package org.answerable.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.answerable.cohort.OpenCitations;
import org.answerable.foi.CitedFigures;

/** Tells cohort analytics which open cases cite a figure. */
@ApplicationScoped
public class CaseCitations implements OpenCitations {

    @Inject private CitedFigures cited;

    @Override
    public List<String> casesCiting(Collection<String> figures) {
        return cited.openCases(figures);
    }
}
