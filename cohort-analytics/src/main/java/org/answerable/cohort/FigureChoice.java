package org.answerable.cohort;

/** A figure that an officer may choose for an answer; holds no counts. */
public record FigureChoice(String id, String title, String sentence) {}
