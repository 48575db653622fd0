/**
 * The statutory clock: working calendars and the count of days. Pure functions; no time of its own,
 * no persistence.
 */
package org.answerable.foi.clock;
