/**
 * Statistics of whole tables: reads rows of CSV or JSON, hands their numbers to {@code statistics}, and
 * writes the answers. No formulas, no HTTP, and nothing is kept.
 */
package org.answerable.cohort.worksheet;
