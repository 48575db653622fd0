/**
 * Need under uncertainty: children from a figure, shares from the prevalence library, what is commissioned from
 * the directory. The model is pure; no share and no caseload is here.
 */
package org.answerable.cohort.need;
