package org.answerable.directory;

/** What the directory does by itself. Any number of nodes may call it, as often as they like. */
public interface Upkeep {

    /** After a start: makes what a new release derives from records and an older one did not. */
    void begin();

    /**
     * The round of the day: opening hours for the weeks ahead, services that nobody checked for a year out of the public
     * list, reminders to those who keep records. A second round on the same day changes nothing.
     */
    void round();

    /** Hands over the mail that waits. */
    void sendMail();
}
