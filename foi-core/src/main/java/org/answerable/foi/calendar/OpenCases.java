package org.answerable.foi.calendar;

import java.util.List;
import org.answerable.foi.Actor;
import org.answerable.foi.Redating;

/** The cases that a newer calendar concerns. */
public interface OpenCases {

    /** Counts every open case of every authority with the calendar in force, on the record. */
    List<Redating> redate(Actor actor);
}
