package org.answerable.web.page;

/** What is wrong with one field of a form, and how to mend it. */
public record FieldProblem(String field, String message) {}
