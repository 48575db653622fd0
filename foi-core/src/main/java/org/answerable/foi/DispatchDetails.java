package org.answerable.foi;

import java.time.LocalDate;

/**
 * How the answer was sent.
 *
 * @param sentOn from the day of receipt to today (I5)
 * @param responsibleTeam who was late; needed only when {@code sentOn} is after the due date (I5)
 */
public record DispatchDetails(LocalDate sentOn, Channel channel, String responsibleTeam) {}
