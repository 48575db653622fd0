/**
 * Compliance figures: one class of timeliness and one of outcome for each request, their sums, and
 * their tables. Counting is pure Java; it reads no case but the rows it is given.
 */
package org.answerable.foi.reporting;
