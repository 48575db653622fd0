/**
 * Reading files from outside record by record and sending rows by COPY, in constant memory. Knows
 * bytes, lines and faults, and nothing of what the files hold.
 */
package org.answerable.cohort.file;
