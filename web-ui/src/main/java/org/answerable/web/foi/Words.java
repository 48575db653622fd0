package org.answerable.web.foi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.answerable.foi.CaseState;
import org.answerable.foi.CaseView;
import org.answerable.web.page.Dates;
import org.answerable.web.page.Numbers;

/** How the pages of a case say things. */
public final class Words {

    private static final int MINUTES = 60;
    private static final int HINT = 120;

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

    /** 12 h 30 min. */
    public static String time(long minutes) {
        return minutes / MINUTES + " h " + minutes % MINUTES + " min";
    }

    /** Question 2; questions 1, 3. */
    public static String questions(List<Integer> numbers) {
        return (numbers.size() == 1 ? "Question " : "Questions ")
                + numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** The beginning of a text, for a hint. */
    public static String shortened(String text) {
        return text.length() <= HINT ? text : text.substring(0, HINT).strip() + "…";
    }

    /** What is special about a question in the list of a case; empty when nothing is. */
    public static String about(CaseView.QuestionView question) {
        List<String> said = new ArrayList<>();
        if (question.regime().equals("EIR")) {
            said.add("environmental information");
        }
        if (question.extended()) {
            question.due().ifPresent(due -> said.add("extended to " + Dates.words(due)));
        }
        question.sentOn().ifPresent(day -> said.add("answered on " + Dates.words(day)));
        question.allottedTo().ifPresent(c -> said.add("allocated to " + c.displayName()));
        if (!question.citations().isEmpty()) {
            said.add(Numbers.count(question.citations().size(), "figure", "figures") + " cited");
        }
        return String.join("; ", said);
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
            case RECEIVED, VALIDATING -> "blue";
            case ALLOCATED, GATHERING, COMPUTING, ASSESSING, DRAFTING -> "light-blue";
            case AWAITING_CLARIFICATION, FEE_PENDING -> "purple";
            case AWAITING_APPROVAL -> "yellow";
            case APPROVED, DISPATCHED -> "turquoise";
            case CLOSED -> "green";
            case PUBLISHED, INVALID, TRANSFERRED, WITHDRAWN, LAPSED -> "grey";
        };
    }
}
