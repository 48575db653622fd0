package org.answerable.cohort.need;

import java.util.List;
import org.answerable.cohort.NeedEstimate;

/**
 * The children of an estimate.
 *
 * @param known what an estimate says of them
 * @param birthYears how many years they were born in; null when not known
 */
record Population(NeedEstimate.Population known, List<Counted> counted, Double birthYears) {}
