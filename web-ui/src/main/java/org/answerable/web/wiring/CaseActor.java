package org.answerable.web.wiring;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.CurrentActor;
import org.answerable.web.security.SignedIn;

/** Whoever is signed in, as someone who works on cases. */
@RequestScoped
public class CaseActor implements CurrentActor {

    @Inject private SignedIn signedIn;

    @Override
    public Optional<Actor> get() {
        return signedIn.account().map(Actors::forCases);
    }
}
