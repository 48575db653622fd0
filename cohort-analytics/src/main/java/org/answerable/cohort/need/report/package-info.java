/** An estimate of need as files, charts and a report. Works nothing out. */
package org.answerable.cohort.need.report;
