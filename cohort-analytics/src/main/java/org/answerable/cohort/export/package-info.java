/** Writes figures as CSV and JSON, and reads them back. No database, no HTTP. */
package org.answerable.cohort.export;
