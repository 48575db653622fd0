/** Keeps figures, releases and history in the schema cohort. No rules of the field. */
package org.answerable.cohort.store;
