/**
 * Statistics of public health as pure functions of numbers: intervals, standardised rates, quantiles,
 * slopes and funnel limits. No tables, no text formats, no rounding, no locale.
 */
package org.answerable.cohort.statistics;
