package org.answerable.cohort;

import java.util.Collection;
import java.util.List;

/** Who else needs a figure: a port, answered by those who cite figures. */
public interface OpenCitations {

    /** References of cases, not yet answered, that cite one of these figures. */
    List<String> casesCiting(Collection<String> figures);
}
