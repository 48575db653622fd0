package org.answerable.foi;

import java.util.Collection;
import java.util.List;

/** Which cases still need a figure. Asked by whoever keeps the data behind it. */
public interface CitedFigures {

    /** References of open cases, of any authority, whose answers cite one of the figures; in order. */
    List<String> openCases(Collection<String> figureIds);
}
