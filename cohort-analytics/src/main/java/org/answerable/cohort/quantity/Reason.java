package org.answerable.cohort.quantity;

/**
 * One reason against an operation.
 *
 * @param sentence in plain English, with the numbers concerned
 */
public record Reason(Code code, String sentence) {}
