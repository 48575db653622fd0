/**
 * The publishers' own files (NHS England, Office for National Statistics, Nomis, the ministry's
 * indices of deprivation, look-ups and boundaries), told apart by their header and never by their
 * name. Knows forms and checks; how a dataset is registered is {@code data}'s.
 */
package org.answerable.cohort.loading;
