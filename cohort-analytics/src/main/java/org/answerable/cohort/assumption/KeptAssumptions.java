package org.answerable.cohort.assumption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Assumption;
import org.answerable.cohort.AssumptionRevision;
import org.answerable.cohort.Assumptions;
import org.answerable.cohort.NotFound;

/** Assumptions as the register keeps them. */
@ApplicationScoped
public class KeptAssumptions implements Assumptions {

    private AssumptionRegister register;
    private ReviseAssumption reviseAssumption;

    protected KeptAssumptions() {}

    @Inject
    public KeptAssumptions(AssumptionRegister register, ReviseAssumption reviseAssumption) {
        this.register = register;
        this.reviseAssumption = reviseAssumption;
    }

    @Override
    public List<Assumption> inForce() {
        return register.inForce();
    }

    @Override
    public List<Assumption> versions(String id) {
        List<Assumption> versions = register.versions(id);
        if (versions.isEmpty()) {
            throw new NotFound("There is no assumption " + id + ".");
        }
        return versions;
    }

    @Override
    public Assumption revise(AssumptionRevision revision, Actor actor) {
        return reviseAssumption.revise(revision, actor);
    }
}
