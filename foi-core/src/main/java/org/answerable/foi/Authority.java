package org.answerable.foi;

/**
 * A public authority that answers requests (R10).
 *
 * @param code stable public code, for example {@code lincolnshire-cc}
 * @param name official name
 * @param prefix start of its case references, for example {@code LCC}
 */
public record Authority(String code, String name, AuthorityKind kind, String prefix) {}
