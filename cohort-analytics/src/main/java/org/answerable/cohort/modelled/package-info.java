/**
 * Populations that nobody publishes, modelled from what is published: registered people by LSOA and
 * age from people by practice and age and people by practice and LSOA.
 */
package org.answerable.cohort.modelled;
