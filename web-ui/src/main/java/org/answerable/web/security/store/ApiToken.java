package org.answerable.web.security.store;

import java.time.Instant;

/** An API token as its owner sees it: never its secret. */
public record ApiToken(long id, String name, Instant createdAt, Instant endsAt) {}
