package org.answerable.cohort.need;

/**
 * Children as a figure or a caller counts them.
 *
 * @param row the row of the figure, or the group, from 0
 * @param code of the area, or empty
 * @param label of the row or group
 * @param tenth of deprivation, 1 the most deprived; null when not known
 * @param age completed years; null when the count is of all ages together
 */
record Counted(int row, String code, String label, Integer tenth, Integer age, double children) {}
