/** Checking what was typed, so that all of its faults are told at once. Knows nothing of what it is for. */
package org.answerable.cohort.input;
