package org.answerable.directory;

import java.util.Optional;

/** Port: who is signed in on this request. The web module implements it. */
public interface CurrentActor {

    /** The person signed in, or empty for the public. */
    Optional<Actor> get();

    /**
     * The person signed in.
     *
     * @throws SignInRequired when nobody is
     */
    default Actor require() {
        return get().orElseThrow(SignInRequired::new);
    }
}
