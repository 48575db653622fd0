/** Draws figures as SVG. Knows values and words only; no database, no HTTP. */
package org.answerable.cohort.chart;
