package org.answerable.foi;

import java.util.List;

/**
 * What a look at the chained histories found. Each entry carries a hash over its date, actor, kind,
 * the hash of its text and the hash of the entry before it, so that a change, a removal or an
 * insertion anywhere breaks the chain behind it. A text that was erased under retention leaves its
 * hash, and the chain holds.
 *
 * @param cases how many cases were looked at
 * @param entries how many entries they have
 * @param faults every entry that does not fit; empty: the histories are whole
 */
public record HistoryCheck(long cases, long entries, List<Fault> faults) {

    /**
     * An entry that does not fit into its chain.
     *
     * @param position its place in the history of the case, from 1
     */
    public record Fault(CaseReference reference, int position, String fault) {}

    public HistoryCheck {
        faults = List.copyOf(faults);
    }

    public boolean whole() {
        return faults.isEmpty();
    }
}
