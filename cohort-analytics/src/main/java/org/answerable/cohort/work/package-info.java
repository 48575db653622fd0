/** Background work: begun, watched, stopped. Knows nothing of what the work does. */
package org.answerable.cohort.work;
