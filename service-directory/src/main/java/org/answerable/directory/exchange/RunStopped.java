package org.answerable.directory.exchange;

/** Somebody stopped the run, or another server took it for lost. */
public final class RunStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunStopped() {
        super("Stopped", null, false, false);
    }
}
