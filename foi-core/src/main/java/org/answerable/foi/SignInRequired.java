package org.answerable.foi;

/** Nobody is signed in. HTTP 401. */
public class SignInRequired extends RuntimeException {

    public SignInRequired() {
        super("Sign in to do this.");
    }
}
