package org.answerable.web.wiring;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.CurrentActor;
import org.answerable.web.security.SignedIn;

/** Whoever is signed in, as someone who works with datasets and figures. */
@RequestScoped
public class CohortActor implements CurrentActor {

    @Inject private SignedIn signedIn;

    @Override
    public Optional<Actor> get() {
        return signedIn.account().map(Actors::forCohorts);
    }
}
