package org.answerable.directory;

/**
 * Who a practitioner is; for registrars only.
 *
 * @param mailbox or null
 */
public record PractitionerName(String name, String mailbox) {}
