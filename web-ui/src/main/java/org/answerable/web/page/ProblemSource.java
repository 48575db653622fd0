package org.answerable.web.page;

import java.util.Optional;

/** Knows what some exceptions mean to whoever sent the request. */
public interface ProblemSource {
    Optional<Problem> problem(Throwable thrown);
}
