/** Computes figures from stored datasets, by SQL that is kept with the figure. Releases nothing. */
package org.answerable.cohort.measure;
