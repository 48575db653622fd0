package org.answerable.web.wiring;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerable.directory.Actor;
import org.answerable.directory.CurrentActor;
import org.answerable.web.security.SignedIn;

/** Whoever is signed in, as someone who keeps the directory. */
@RequestScoped
public class DirectoryActor implements CurrentActor {

    @Inject private SignedIn signedIn;

    @Override
    public Optional<Actor> get() {
        return signedIn.account().map(Actors::forDirectory);
    }
}
