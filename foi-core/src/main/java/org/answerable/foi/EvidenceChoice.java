package org.answerable.foi;

/** A figure that may be cited. It carries no numbers: those are seen only as released. */
public record EvidenceChoice(String figureId, String title, String sentence) {}
