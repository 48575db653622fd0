package org.answerable.foi;

/**
 * What a letter says.
 *
 * @param body well-formed XHTML, escaped when it was made: the letter's own heading is its h1
 */
public record LetterText(LetterKind kind, String title, String body) {}
