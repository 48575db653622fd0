package org.answerable.foi;

import java.util.Optional;

/** Port: who is signed in on the current HTTP request. The web module implements it. */
public interface CurrentActor {

    Optional<Actor> get();

    /**
     * The signed-in actor.
     *
     * @throws SignInRequired when nobody is signed in
     */
    default Actor require() {
        return get().orElseThrow(SignInRequired::new);
    }
}
