package org.answerable.web.security.store;

import java.time.Instant;

/**
 * One line of the record of an account.
 *
 * @param actor user name of who did it: the owner, or an administrator
 */
public record AccountEvent(Instant at, String event, String actor) {}
