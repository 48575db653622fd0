package org.answerable.directory;

import java.time.YearMonth;

/**
 * Which counts of the workforce are wanted.
 *
 * @param from first month
 * @param to last month, at most 24 months later
 * @param programme code, or null for all
 * @param profession code, or null for all
 * @param district code, or null for all
 */
public record WorkforceQuestion(
        YearMonth from, YearMonth to, String programme, String profession, String district) {}
