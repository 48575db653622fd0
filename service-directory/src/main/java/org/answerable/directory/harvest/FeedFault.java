package org.answerable.directory.harvest;

/** A feed cannot be read on; the message says what to do, without what the feed sent. */
public final class FeedFault extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final boolean again;

    /**
     * @param again whether it may go better at another time
     */
    public FeedFault(String message, boolean again) {
        super(message);
        this.again = again;
    }

    public boolean mayGoOn() {
        return again;
    }
}
