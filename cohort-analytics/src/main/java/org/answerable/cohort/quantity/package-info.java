/** What a number counts: unit, time, age band, geography. Pure Java; no persistence, no pages. */
package org.answerable.cohort.quantity;
