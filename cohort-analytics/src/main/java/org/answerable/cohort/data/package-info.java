/** Reads, checks and stores datasets as they were received. No figure is computed here. */
package org.answerable.cohort.data;
