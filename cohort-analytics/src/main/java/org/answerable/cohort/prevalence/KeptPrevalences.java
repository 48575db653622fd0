package org.answerable.cohort.prevalence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.Prevalence;
import org.answerable.cohort.PrevalenceRevision;
import org.answerable.cohort.Prevalences;

/** The library as the register keeps it. */
@ApplicationScoped
public class KeptPrevalences implements Prevalences {

    private PrevalenceRegister register;
    private RecordPrevalence recordPrevalence;

    protected KeptPrevalences() {}

    @Inject
    public KeptPrevalences(PrevalenceRegister register, RecordPrevalence recordPrevalence) {
        this.register = register;
        this.recordPrevalence = recordPrevalence;
    }

    @Override
    public List<Prevalence> inForce() {
        return register.inForce();
    }

    @Override
    public List<Prevalence> versions(String id) {
        List<Prevalence> versions = register.versions(id);
        if (versions.isEmpty()) {
            throw new NotFound("There is no prevalence entry " + id + ".");
        }
        return versions;
    }

    @Override
    public Optional<Prevalence> find(String id, int version) {
        return register.find(id, version);
    }

    @Override
    public Prevalence revise(PrevalenceRevision revision, Actor actor) {
        return recordPrevalence.revise(revision, actor);
    }

    @Override
    public Prevalence add(PrevalenceRevision revision, Actor actor) {
        return recordPrevalence.add(revision, actor);
    }
}
