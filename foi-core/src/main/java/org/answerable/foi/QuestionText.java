package org.answerable.foi;

/**
 * One question of a corrected list.
 *
 * @param number the number it had, so that its answer stays with it; 0 for a new question
 */
public record QuestionText(int number, String text) {}
