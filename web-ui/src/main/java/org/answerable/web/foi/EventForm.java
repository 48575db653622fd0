package org.answerable.web.foi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseEvent;
import org.answerable.foi.CaseView;
import org.answerable.foi.Channel;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.ExemptionEntry;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;

/** What the page of one event of the clock asks and says. */
public record EventForm(
        ClockEvent.Type type,
        CaseAction action,
        String title,
        String explanation,
        String dateLegend,
        String wordsLabel,
        String wordsHint,
        String button) {

    static final List<String> FIELDS =
            List.of(
                    "date",
                    "questions",
                    "exemptions",
                    "to",
                    "amount",
                    "body",
                    "permitted",
                    "words",
                    "channel");

    private static final List<EventForm> ALL =
            List.of(
                    new EventForm(
                            ClockEvent.Type.CLARIFICATION_REQUESTED,
                            CaseAction.REQUEST_CLARIFICATION,
                            "Ask for clarification",
                            "When we reasonably need more detail to find the information, and ask"
                                    + " before the due date, no answer is due until it comes. Then"
                                    + " the clock starts again from the beginning (section 1(3)).",
                            "Date of the letter",
                            "What is unclear, and what would help",
                            "It is written into the letter",
                            "Ask"),
                    new EventForm(
                            ClockEvent.Type.CLARIFICATION_RECEIVED,
                            CaseAction.RECEIVE_CLARIFICATION,
                            "Record the clarification",
                            "The day on which it arrived becomes the new day 0. Then check the"
                                    + " request again, and correct its questions.",
                            "Date of arrival",
                            "What the requester wrote",
                            null,
                            "Record"),
                    new EventForm(
                            ClockEvent.Type.FEES_NOTICE,
                            CaseAction.GIVE_FEES_NOTICE,
                            "Give a fees notice",
                            "From the day of the notice to the day of payment, both included,"
                                    + " working days do not count. The requester has three months"
                                    + " to pay (section 9).",
                            "Date of the notice",
                            "What the fee is for, and how to pay",
                            "It is written into the letter",
                            "Give the notice"),
                    new EventForm(
                            ClockEvent.Type.FEE_PAID,
                            CaseAction.RECORD_FEE,
                            "Record the fee",
                            "Counting goes on with the next working day after the payment.",
                            "Date of payment",
                            "Note",
                            "Optional",
                            "Record"),
                    new EventForm(
                            ClockEvent.Type.PUBLIC_INTEREST_EXTENSION,
                            CaseAction.EXTEND,
                            "Extend the time to weigh the public interest",
                            "Only for a qualified exemption that applies, by a notice before the"
                                    + " due date, and only for the questions concerned (section"
                                    + " 10(3)).",
                            "Date of the notice",
                            "Why more time is needed",
                            "It is written into the letter",
                            "Extend"),
                    new EventForm(
                            ClockEvent.Type.EIR_EXTENSION,
                            CaseAction.EXTEND,
                            "Extend the time of an environmental request",
                            "To 40 working days, once, when complexity and volume make 20"
                                    + " impracticable (regulation 7).",
                            "Date of the notice",
                            "Why complexity and volume need more time",
                            "It is written into the letter",
                            "Extend"),
                    new EventForm(
                            ClockEvent.Type.TRANSFERRED,
                            CaseAction.TRANSFER,
                            "Transfer to another authority",
                            "Only with the requester's agreement. The other authority's clock"
                                    + " starts when it receives the request.",
                            "Date of the transfer",
                            "Words to the requester",
                            "Optional",
                            "Transfer"),
                    new EventForm(
                            ClockEvent.Type.WITHDRAWN,
                            CaseAction.WITHDRAW_REQUEST,
                            "Record that the request is withdrawn",
                            "The requester no longer wants an answer. This ends the case.",
                            "Date of the withdrawal",
                            "Note",
                            "Optional",
                            "Record the withdrawal"),
                    new EventForm(
                            ClockEvent.Type.LAPSED,
                            CaseAction.LAPSE,
                            "Close as lapsed",
                            "What we asked for has not come within three months. This ends the"
                                    + " case; the requester may ask again.",
                            "Date",
                            "Note",
                            "Optional",
                            "Close the case"));

    static Optional<EventForm> find(String path) {
        return ALL.stream().filter(form -> form.path().equals(path)).findFirst();
    }

    static List<EventForm> all() {
        return ALL;
    }

    public String path() {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean asksQuestions() {
        return type.extension();
    }

    public boolean asksExemptions() {
        return type == ClockEvent.Type.PUBLIC_INTEREST_EXTENSION;
    }

    public boolean asksAmount() {
        return type == ClockEvent.Type.FEES_NOTICE;
    }

    public boolean asksBody() {
        return type == ClockEvent.Type.TRANSFERRED;
    }

    public boolean writesALetter() {
        return type.writesALetter();
    }

    public static List<Option> questions(CaseView view) {
        return view.questions().stream()
                .filter(q -> q.sentOn().isEmpty())
                .map(
                        q ->
                                new Option(
                                        Integer.toString(q.number()),
                                        "Question " + q.number() + " (" + q.regime() + ")",
                                        Words.shortened(q.text())))
                .toList();
    }

    /** Where a letter goes; the last choice records the event alone. */
    public static List<Option> letters() {
        return List.of(
                new Option(Channel.EMAIL.name(), "Make it and send it by email"),
                new Option(Channel.POST.name(), "Make it, and I post it"),
                new Option("", "It was written elsewhere: record the event only"));
    }

    static List<Option> qualified(ExemptionCatalogue catalogue) {
        return Stream.concat(
                        Stream.of(new Option("", "Choose an exemption")),
                        catalogue.all("FOIA").stream()
                                .filter(e -> e.test() == ExemptionEntry.Test.QUALIFIED)
                                .map(e -> new Option(e.code(), e.code() + " " + e.subject())))
                .toList();
    }

    CaseEvent read(PageForm form) {
        return new CaseEvent(
                type,
                DateParts.read(form, "date").orElse(null),
                asksExemptions() ? DateParts.read(form, "to") : Optional.<LocalDate>empty(),
                asksQuestions() ? numbers(form.all("questions")) : List.of(),
                asksExemptions() && !form.value("exemptions").isEmpty()
                        ? List.of(form.value("exemptions"))
                        : List.of(),
                form.value("words"),
                asksAmount() ? amount(form.value("amount")) : Optional.empty(),
                form.value("body"),
                form.chosen("permitted", "yes"),
                writesALetter() ? Channel.find(form.value("channel")).orElse(null) : null);
    }

    private static List<Integer> numbers(List<String> chosen) {
        return chosen.stream().filter(n -> n.matches("\\d{1,3}")).map(Integer::valueOf).toList();
    }

    private static Optional<BigDecimal> amount(String typed) {
        String digits = typed.strip().replace("£", "").replace(",", "");
        return digits.matches("\\d{1,7}(\\.\\d{1,2})?")
                ? Optional.of(new BigDecimal(digits))
                : Optional.of(BigDecimal.ZERO);
    }
}
