package org.answerable.cohort.quantity;

/**
 * Where the check draws its lines: editable settings, not laws of nature (assumption A15).
 *
 * @param refuseBelow a share of common births below this refuses a proportion
 * @param warnBelow a share below this warns
 * @param smallBases a rounded number below this many rounding bases is small
 */
public record Thresholds(double refuseBelow, double warnBelow, double smallBases) {}
