package org.answerable.cohort.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerable.cohort.SmallCountRule;

/** The rule of the release policy in force. */
@ApplicationScoped
public class RuleInForce implements SmallCountRule {

    private ReleaseLedger ledger;

    protected RuleInForce() {}

    @Inject
    public RuleInForce(ReleaseLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public int smallUpTo() {
        return ledger.inForce().threshold();
    }

    @Override
    public String words() {
        ReleasePolicy policy = ledger.inForce();
        return policy.rule() + " " + policy.citation();
    }
}
