/**
 * Cohort analytics: the API of the module. Datasets, figures and what they are made of, as
 * interfaces and value records. No persistence here.
 */
package org.answerable.cohort;
