package org.answerable.foi;

import java.time.LocalDate;
import java.util.List;

/** A bank holiday of a calendar version. @param nations where, in words */
public record CalendarDay(LocalDate date, String title, List<String> nations) {}
