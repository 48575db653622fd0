package org.answerable.foi;

/**
 * CDI event: a letter that waited in the outbox has gone out. Fired inside the transaction that
 * records it, so that what observes it is done with it or not at all.
 */
public record LetterDelivered(CaseReference reference, LetterKind kind) {}
