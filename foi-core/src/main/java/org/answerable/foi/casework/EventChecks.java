package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseEvent;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.Conflict;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.ExemptionEntry;
import org.answerable.foi.NotAllowed;
import org.answerable.foi.Role;
import org.answerable.foi.clock.WorkingCalendar;
import org.answerable.foi.intake.Faults;
import org.answerable.foi.intake.ReceivedText;
import org.answerable.foi.law.Regime;

/** What an event of the clock must say before it counts. */
@Dependent
public class EventChecks {

    private static final int MOST_WORDS = 10_000;
    private static final int MOST_BODY = 200;
    private static final BigDecimal HIGHEST_FEE = new BigDecimal("99999.99");
    private static final int USUAL_END_OF_EXTENSION = 40; // ICO practice, R7

    private final ExemptionCatalogue catalogue;
    private final CaseFile file;

    @Inject
    public EventChecks(ExemptionCatalogue catalogue, CaseFile file) {
        this.catalogue = catalogue;
        this.file = file;
    }

    /** The event with its texts made storable, when nothing is wrong with it. */
    CaseEvent checked(CaseEvent raw, FoiCase foiCase, WorkingCalendar calendar, Actor actor) {
        Faults faults = new Faults();
        CaseEvent event = cleaned(raw, foiCase);
        date(event, foiCase, faults);
        faults.limit("words", "The text", event.words(), MOST_WORDS);
        if (event.writesALetter()
                && event.words().isEmpty()
                && event.type() != ClockEvent.Type.TRANSFERRED) {
            faults.add("words", wordsNeeded(event.type()));
        }
        questions(event, foiCase, faults);
        if (faults.any("date") || faults.any("questions")) {
            faults.end(); // nothing can be counted from these
        }
        switch (event.type()) {
            case CLARIFICATION_RECEIVED ->
                    follows(event, ClockEvent.Type.CLARIFICATION_REQUESTED, foiCase, faults);
            case FEES_NOTICE -> fee(event, faults);
            case FEE_PAID -> follows(event, ClockEvent.Type.FEES_NOTICE, foiCase, faults);
            case PUBLIC_INTEREST_EXTENSION ->
                    publicInterest(event, foiCase, calendar, actor, faults);
            case EIR_EXTENSION -> environmental(event, foiCase, calendar, faults);
            case TRANSFERRED -> transfer(event, faults);
            case LAPSED -> lapse(event, foiCase);
            default -> {}
        }
        faults.end();
        return event;
    }

    private static CaseEvent cleaned(CaseEvent raw, FoiCase foiCase) {
        boolean extension = raw.type().extension();
        boolean publicInterest = raw.type() == ClockEvent.Type.PUBLIC_INTEREST_EXTENSION;
        String regime = publicInterest ? Regime.FOIA.id() : Regime.EIR.id();
        List<Integer> questions = raw.questions().stream().distinct().sorted().toList();
        List<Integer> possible =
                foiCase.questions().stream()
                        .filter(q -> q.regime().equals(regime) && q.sentOn().isEmpty())
                        .map(Question::number)
                        .toList();
        if (questions.isEmpty() && (!publicInterest || possible.size() == 1)) {
            questions = possible; // there is no choice
        }
        return new CaseEvent(
                raw.type(),
                raw.date(),
                publicInterest ? raw.to() : Optional.empty(),
                extension ? questions : List.of(),
                publicInterest
                        ? raw.exemptions().stream().map(ReceivedText::line).distinct().toList()
                        : List.of(),
                ReceivedText.block(raw.words()),
                raw.type() == ClockEvent.Type.FEES_NOTICE ? raw.amount() : Optional.empty(),
                ReceivedText.line(raw.body()),
                raw.permitted(),
                raw.channel());
    }

    private static String wordsNeeded(ClockEvent.Type type) {
        return switch (type) {
            case CLARIFICATION_REQUESTED ->
                    "Say what is unclear and what would help to find the information (s.16).";
            case FEES_NOTICE -> "Say what the fee is for and how it can be paid (s.9).";
            case EIR_EXTENSION ->
                    "Say why complexity and volume need more time (reg 7): the requester is told.";
            default -> "Say why more time is needed: the requester is told (s.17(2)).";
        };
    }

    private void date(CaseEvent event, FoiCase foiCase, Faults faults) {
        if (event.date() == null) {
            faults.add("date", "Give the day on which it happened.");
        } else if (event.date().isBefore(foiCase.received())) {
            faults.add(
                    "date",
                    "This is before the day of receipt, "
                            + PlainWords.date(foiCase.received())
                            + ": mend the date.");
        } else if (event.date().isAfter(file.today())) {
            faults.add(
                    "date",
                    "This is after today, "
                            + PlainWords.date(file.today())
                            + ": record it when it has happened.");
        }
    }

    private static void questions(CaseEvent event, FoiCase foiCase, Faults faults) {
        for (int number : event.questions()) {
            Optional<Question> found =
                    foiCase.questions().stream().filter(q -> q.number() == number).findFirst();
            if (found.isEmpty()) {
                faults.add("questions", "The case has no question " + number + ".");
            } else if (found.get().sentOn().isPresent()) {
                faults.add("questions", "Question " + number + " is answered already.");
            }
        }
    }

    /** An answer from outside cannot come before it was asked for. */
    private static void follows(
            CaseEvent event, ClockEvent.Type asked, FoiCase foiCase, Faults faults) {
        LocalDate since =
                foiCase.events().stream()
                        .filter(e -> e.type() == asked)
                        .map(RecordedEvent::date)
                        .reduce((earlier, later) -> later)
                        .orElseThrow(
                                () ->
                                        new Conflict(
                                                asked.label()
                                                        + " is not recorded: record it first."));
        if (event.date().isBefore(since)) {
            faults.add(
                    "date",
                    "This is before it was asked for, "
                            + PlainWords.date(since)
                            + ": mend the date.");
        }
    }

    private static void fee(CaseEvent event, Faults faults) {
        if (event.amount().isEmpty() && !event.writesALetter()) {
            return; // the notice was given elsewhere
        }
        BigDecimal pounds = event.amount().orElse(BigDecimal.ZERO);
        boolean pence = pounds.setScale(2, RoundingMode.DOWN).compareTo(pounds) == 0;
        if (pounds.signum() <= 0 || pounds.compareTo(HIGHEST_FEE) > 0 || !pence) {
            faults.add(
                    "amount",
                    "Give the fee in pounds and pence, more than 0 and at most "
                            + HIGHEST_FEE
                            + ".");
        }
    }

    private void publicInterest(
            CaseEvent event,
            FoiCase foiCase,
            WorkingCalendar calendar,
            Actor actor,
            Faults faults) {
        if (event.questions().isEmpty()) {
            faults.add(
                    "questions",
                    "Choose the questions that the exemption concerns: all others stay due (R7).");
        }
        if (event.exemptions().isEmpty()) {
            faults.add("exemptions", "Name the exemption whose public interest is weighed.");
        }
        for (String code : event.exemptions()) {
            Optional<ExemptionEntry> entry = catalogue.find(Regime.FOIA.id(), code);
            if (entry.isEmpty()) {
                faults.add("exemptions", "“" + code + "” is no exemption of the Act.");
            } else if (entry.get().test() != ExemptionEntry.Test.QUALIFIED) {
                faults.add(
                        "exemptions",
                        code
                                + " is not qualified: there is no public interest to weigh, so the"
                                + " time cannot be extended (s.10(3)).");
            }
        }
        if (event.to().isEmpty()) {
            faults.add("to", "Estimate the day of the decision: the notice states it (s.17(2)).");
        }
        CaseCount count = new CaseCount(foiCase, calendar);
        for (int number : event.questions()) {
            Question question = foiCase.question(number);
            if (!question.regime().equals(Regime.FOIA.id())) {
                faults.add(
                        "questions",
                        "Question "
                                + number
                                + " is handled under EIR: extend it for complexity and volume.");
                continue;
            }
            LocalDate base = count.base(question).orElse(event.date());
            inTime(event, base, faults);
            if (event.to().filter(base::isBefore).isEmpty() && event.to().isPresent()) {
                faults.add(
                        "to",
                        "The estimate is not later than the due date, "
                                + PlainWords.date(base)
                                + ": no extension is needed.");
            }
        }
        faults.end();
        LocalDate usualEnd =
                count.workingDay(
                        foiCase.question(event.questions().get(0)), USUAL_END_OF_EXTENSION);
        if (event.to().orElseThrow().isAfter(usualEnd) && !actor.has(Role.APPROVER)) {
            throw new NotAllowed(
                    "An extension beyond 40 working days in all, "
                            + PlainWords.date(usualEnd)
                            + ", is recorded by an approver (R7).");
        }
    }

    private static void environmental(
            CaseEvent event, FoiCase foiCase, WorkingCalendar calendar, Faults faults) {
        if (event.questions().isEmpty()) {
            faults.add(
                    "questions",
                    "No question of this case is handled under EIR: this extension is for those.");
        }
        boolean before =
                foiCase.events().stream().anyMatch(e -> e.type() == ClockEvent.Type.EIR_EXTENSION);
        if (before) {
            throw new Conflict("The time was extended already: under EIR that is possible once.");
        }
        CaseCount count = new CaseCount(foiCase, calendar);
        for (int number : event.questions()) {
            Question question = foiCase.question(number);
            if (!question.regime().equals(Regime.EIR.id())) {
                faults.add("questions", "Question " + number + " is not handled under EIR.");
            } else {
                inTime(event, count.base(question).orElse(event.date()), faults);
            }
        }
    }

    private static void inTime(CaseEvent event, LocalDate base, Faults faults) {
        if (event.date().isAfter(base)) {
            faults.add(
                    "date",
                    "The notice must be given by the due date, "
                            + PlainWords.date(base)
                            + ": a later one extends nothing.");
        }
    }

    private static void transfer(CaseEvent event, Faults faults) {
        if (event.body().isEmpty()) {
            faults.add("body", "Name the authority to which the request goes.");
        }
        faults.limit("body", "The name of the authority", event.body(), MOST_BODY);
        if (!event.permitted()) {
            faults.add(
                    "permitted",
                    "A request is transferred only when the requester agrees (R9): ask first, then"
                            + " tick this.");
        }
    }

    private static void lapse(CaseEvent event, FoiCase foiCase) {
        LocalDate from = foiCase.lapsesOn().orElse(event.date());
        if (event.date().isBefore(from)) {
            throw new Conflict(
                    "The requester has time until "
                            + PlainWords.date(from)
                            + ": the case can lapse from then on.");
        }
    }
}
