/**
 * Assumptions as data: reading them into the inputs of a model, and recording a new version. No
 * value of an assumption is here.
 */
package org.answerable.cohort.assumption;
