package org.answerable.directory;

/** Nobody is signed in and the call needs somebody (HTTP 401). */
public class SignInRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SignInRequired() {
        super("Sign in first.");
    }
}
