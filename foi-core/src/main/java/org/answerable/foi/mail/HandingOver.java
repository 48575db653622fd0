package org.answerable.foi.mail;

/** How handing over a mail ended. The problems name nobody. */
public sealed interface HandingOver {

    /** The server has said that it takes it. */
    record Taken() implements HandingOver {}

    /** The server has said no, or was not reached: it does not have it. */
    record NotTaken(String problem) implements HandingOver {}

    /** The line broke after the message had begun: it may have it. */
    record Uncertain(String problem) implements HandingOver {}
}
