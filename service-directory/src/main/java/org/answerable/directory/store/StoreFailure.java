package org.answerable.directory.store;

/** The database could not do its part; the cause says why. Nothing of the transaction is kept. */
public class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreFailure(Throwable cause) {
        super("The database could not complete the work: " + cause.getMessage(), cause);
    }
}
