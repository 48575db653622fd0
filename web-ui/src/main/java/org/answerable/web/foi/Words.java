package org.answerable.web.foi;

import org.answerable.foi.CaseState;
import org.answerable.web.page.Numbers;

/** How the pages of a case say things. */
public final class Words {

    private Words() {}

    /** How long until the due date: today's date counts as the last day. */
    public static String left(int workingDays) {
        if (workingDays < 0) {
            return Numbers.count(-workingDays, "working day", "working days") + " late";
        }
        return workingDays == 0
                ? "due today"
                : Numbers.count(workingDays, "working day", "working days") + " left";
    }

    /** The order of a list, for its caption. */
    public static String order(String sort) {
        return switch (sort) {
            case "received" -> "newest first";
            case "reference" -> "by reference";
            default -> "most urgent first";
        };
    }

    /** The colour of a state's tag; its words say the same. */
    public static String colour(CaseState state) {
        return switch (state) {
            case RECEIVED -> "blue";
            case DRAFTING -> "light-blue";
            case AWAITING_APPROVAL -> "yellow";
            case APPROVED -> "turquoise";
            case DISPATCHED -> "green";
            case PUBLISHED -> "grey";
        };
    }
}
