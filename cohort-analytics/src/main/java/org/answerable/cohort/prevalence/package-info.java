/**
 * The prevalence library: entries as versioned data, checked when they are recorded. No share and no
 * spread of an entry is here.
 */
package org.answerable.cohort.prevalence;
