/** Brings the outlines of areas and the drawing of maps together. No SQL, no HTTP. */
package org.answerable.cohort.map;
