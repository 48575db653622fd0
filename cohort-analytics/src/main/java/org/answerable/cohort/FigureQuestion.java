package org.answerable.cohort;

/** The question that a figure answers. */
public sealed interface FigureQuestion permits FigureRequest, MeasureRequest {}
