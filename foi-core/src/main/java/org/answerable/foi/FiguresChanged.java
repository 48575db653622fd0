package org.answerable.foi;

/**
 * A cited figure is no longer what the data say, so nothing was sent; the case has gone back to be
 * assessed. HTTP 409.
 */
public class FiguresChanged extends Conflict {

    public FiguresChanged(String message) {
        super(message);
    }
}
