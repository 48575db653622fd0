package org.answerable.foi;

import java.time.LocalDate;
import java.util.List;

/** CDI event: an answer was sent. Observe it after the success of the transaction. */
public record CaseDispatched(
        CaseReference reference, String authority, LocalDate sentOn, List<String> figureIds) {}
