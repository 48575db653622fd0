package org.answerable.foi;

import java.time.Instant;

/**
 * CDI event: a case entered the disclosure log. Observe it after the success of the transaction.
 */
public record DisclosurePublished(CaseReference reference, String authority, Instant publishedAt) {}
