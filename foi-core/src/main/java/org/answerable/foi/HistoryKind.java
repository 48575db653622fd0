package org.answerable.foi;

/** The kinds of event in the history of a case. */
public enum HistoryKind {
    REGISTERED,
    TEXT_CLEANED,
    DETAILS_CORRECTED,
    QUESTIONS_CORRECTED,
    ANSWER_DRAFTED,
    FIGURE_CITED,
    FIGURE_REMOVED,
    SUBMITTED,
    APPROVED,
    RETURNED,
    DISPATCHED,
    PUBLISHED,
    WITHDRAWN
}
