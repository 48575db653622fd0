package org.answerable.foi;

/**
 * What somebody gets for a request: a reference, and the secret of its tracking page.
 *
 * @param token 256 random bits; only its hash is kept, so it is shown once
 */
public record PublicReceipt(CaseReference reference, String token) {}
