/**
 * New versions of the working calendar: reading GOV.UK's list, saying what it changes, adopting it.
 * It counts no days and knows no case.
 */
package org.answerable.foi.calendar;
