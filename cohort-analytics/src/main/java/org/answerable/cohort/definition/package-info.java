/**
 * Cohort definitions: a checked document, a plain-English sentence, and one SQL statement that is
 * both shown and run. Counts here are for analysts; what is released is a figure.
 */
package org.answerable.cohort.definition;
