package org.answerable.cohort.need;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedEstimate.Line;
import org.answerable.cohort.NeedEstimate.Tier;
import org.answerable.cohort.NeedNumbers;
import org.answerable.cohort.store.NeedJson;

/** What differs between an estimate as kept and as worked out again, one sentence each. */
final class RecomputeNeed {

    private RecomputeNeed() {}

    static List<String> differences(NeedEstimate kept, NeedEstimate now) {
        List<String> found = new ArrayList<>();
        compare("All together", kept.total(), now.total(), found);
        if (kept.areas().size() != now.areas().size()) {
            found.add(
                    "There were "
                            + kept.areas().size()
                            + " rows, there are now "
                            + now.areas().size()
                            + ".");
        } else {
            for (int i = 0; i < kept.areas().size(); i++) {
                compare(
                        kept.areas().get(i).label(),
                        kept.areas().get(i),
                        now.areas().get(i),
                        found);
            }
        }
        if (kept.provision() != null && now.provision() != null) {
            if (!kept.provision().team().equals(now.provision().team())) {
                found.add(
                        "Coverage by specialised teams was "
                                + kept.provision().team().words()
                                + ", is now "
                                + now.provision().team().words()
                                + ".");
            }
            for (int i = 0; i < kept.provision().tiers().size(); i++) {
                compare(kept.provision().tiers().get(i), now.provision().tiers().get(i), found);
            }
        }
        String hash = NeedJson.sha256(now);
        if (found.isEmpty() && !hash.equals(kept.sha256())) {
            found.add("The hash of the numbers was " + kept.sha256() + ", is now " + hash + ".");
        }
        return found;
    }

    private static void compare(String label, Line kept, Line now, List<String> found) {
        if (kept.children() != now.children()) {
            found.add(
                    label
                            + ": there were "
                            + NeedNumbers.children(kept.children())
                            + " children, there are now "
                            + NeedNumbers.children(now.children())
                            + ".");
        } else if (kept.expected() != now.expected() || !kept.limits().equals(now.limits())) {
            found.add(
                    label
                            + ": need was "
                            + NeedNumbers.children(kept.expected())
                            + " (95% "
                            + NeedNumbers.range(kept.limits())
                            + "), is now "
                            + NeedNumbers.children(now.expected())
                            + " (95% "
                            + NeedNumbers.range(now.limits())
                            + ").");
        }
    }

    private static void compare(Tier kept, Tier now, List<String> found) {
        if (!Objects.equals(kept.coverage(), now.coverage())) {
            found.add(
                    "Coverage by the "
                            + kept.tier()
                            + " tier was "
                            + kept.coverage().words()
                            + ", is now "
                            + now.coverage().words()
                            + ".");
        }
        if (!Objects.equals(kept.capacity(), now.capacity())) {
            found.add(
                    "Capacity of the "
                            + kept.tier()
                            + " tier was "
                            + kept.capacity().words()
                            + ", is now "
                            + now.capacity().words()
                            + ".");
        }
    }
}
