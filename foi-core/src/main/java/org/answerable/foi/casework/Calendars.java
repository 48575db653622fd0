package org.answerable.foi.casework;

import org.answerable.foi.clock.WorkingCalendar;

/** The versions of the working calendar. */
public interface Calendars {

    /** The newest version: new cases use it. */
    WorkingCalendar current();

    /** The version that a case was counted with. */
    WorkingCalendar version(String version);
}
