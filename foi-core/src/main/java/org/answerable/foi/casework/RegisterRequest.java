package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.Authorities;
import org.answerable.foi.Authority;
import org.answerable.foi.CaseKind;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Casework;
import org.answerable.foi.Channel;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.NewRequest;
import org.answerable.foi.Requester;
import org.answerable.foi.Role;
import org.answerable.foi.clock.ClockResult;
import org.answerable.foi.clock.StatutoryClock;
import org.answerable.foi.clock.WorkingCalendar;
import org.answerable.foi.intake.DayOfReceipt;
import org.answerable.foi.intake.Faults;
import org.answerable.foi.intake.QuestionSplitter;
import org.answerable.foi.intake.ReceivedText;
import org.answerable.foi.law.Regime;

/** An officer registers a request: it gets a reference, its questions and its due date (R1, R2). */
@Dependent
public class RegisterRequest {

    private static final int MOST_KEY = 100;

    private final Cases cases;
    private final Calendars calendars;
    private final Authorities authorities;
    private final CaseFile file;

    @Inject
    public RegisterRequest(
            Cases cases, Calendars calendars, Authorities authorities, CaseFile file) {
        this.cases = cases;
        this.calendars = calendars;
        this.authorities = authorities;
        this.file = file;
    }

    CaseReference register(NewRequest request, Actor actor) {
        actor.require(Role.OFFICER);
        return take(request, actor);
    }

    /** The same for anybody who may send a request, which is everybody. */
    CaseReference take(NewRequest request, Actor actor) {
        Faults faults = new Faults();
        Optional<Authority> authority = authority(request, actor, faults);
        WorkingCalendar calendar = calendars.current();
        Optional<LocalDate> received = received(request.received(), calendar, faults);
        Optional<Channel> channel = faults.channel(request.channel());
        Requester requester = faults.requester(request.requester());
        String subject = faults.subject(request.subject());
        String text =
                faults.needed(
                        "text",
                        "The text of the request",
                        request.text(),
                        Casework.MOST_CHARACTERS);
        List<String> questions = questions(request, text, faults);
        String key = ReceivedText.line(request.submissionKey());
        faults.limit("submissionKey", "The submission key", key, MOST_KEY);
        faults.end();

        Optional<CaseReference> before = cases.registeredAs(key, actor.authority());
        if (before.isPresent()) {
            return before.get();
        }
        int year = received.orElseThrow().getYear();
        CaseReference reference =
                new CaseReference(
                        authority.orElseThrow().prefix(),
                        year,
                        cases.nextNumber(actor.authority(), year));
        FoiCase foiCase =
                new FoiCase(
                        reference,
                        calendar,
                        new FoiCase.Intake(
                                key,
                                CaseKind.REQUEST,
                                received.get(),
                                subject,
                                channel.orElseThrow(),
                                requester,
                                text,
                                questions),
                        actor,
                        file.now());
        cases.add(foiCase);
        file.record(
                foiCase,
                actor,
                HistoryKind.REGISTERED,
                "Registered: received on %s (%s), with %s; due on %s by calendar %s."
                        .formatted(
                                PlainWords.date(received.get()),
                                channel.get().label().toLowerCase(Locale.UK),
                                PlainWords.count(questions.size(), "question", "questions"),
                                PlainWords.date(foiCase.due().orElseThrow()),
                                calendar.version()));
        int removed = ReceivedText.of(request.text()).removed();
        if (removed > 0) {
            file.record(
                    foiCase,
                    actor,
                    HistoryKind.TEXT_CLEANED,
                    PlainWords.count(removed, "control character", "control characters")
                            + " that cannot be shown removed from the text as received.");
        }
        return reference;
    }

    private Optional<Authority> authority(NewRequest request, Actor actor, Faults faults) {
        Optional<Authority> authority =
                authorities
                        .find(request.authority() == null ? "" : request.authority())
                        .filter(a -> a.code().equals(actor.authority()));
        if (authority.isEmpty()) {
            faults.add(
                    "authority",
                    "You can register requests for your own authority only: choose it.");
        }
        return authority;
    }

    // R4: a moment is brought to its date in London here, once.
    private Optional<LocalDate> received(String received, WorkingCalendar calendar, Faults faults) {
        LocalDate date;
        try {
            date = DayOfReceipt.read(received);
        } catch (DateTimeParseException wrong) {
            faults.add("received", "Give the day of receipt as a date like 2024-03-21.");
            return Optional.empty();
        }
        if (date.isAfter(file.today())) {
            faults.add(
                    "received",
                    "The day of receipt is after today, "
                            + PlainWords.date(file.today())
                            + ": give the day on which the request arrived.");
            return Optional.empty();
        }
        ClockResult result = StatutoryClock.due(date, Regime.FOIA.workingDays(), calendar);
        if (result instanceof ClockResult.Due) {
            return Optional.of(date);
        }
        ClockResult.BeyondHorizon beyond = (ClockResult.BeyondHorizon) result;
        faults.add(
                "received",
                "The bank holidays are known from "
                        + beyond.covered()
                        + " to "
                        + beyond.horizon()
                        + " only: no due date can be given for this day of receipt.");
        return Optional.empty();
    }

    private static List<String> questions(NewRequest request, String text, Faults faults) {
        List<String> corrected =
                request.questions().stream()
                        .map(ReceivedText::block)
                        .filter(q -> !q.isEmpty())
                        .toList();
        if (corrected.isEmpty()) {
            return text.length() > 2 * Casework.MOST_CHARACTERS
                    ? List.of()
                    : QuestionSplitter.split(text);
        }
        if (corrected.size() > Casework.MOST_QUESTIONS) {
            faults.add(
                    "questions",
                    "There are "
                            + corrected.size()
                            + " questions; the limit is "
                            + Casework.MOST_QUESTIONS
                            + ": put some together.");
        }
        int total = corrected.stream().mapToInt(String::length).sum();
        if (total > 2 * Casework.MOST_CHARACTERS) {
            faults.add(
                    "questions", "The questions are longer than the request can be: shorten them.");
        }
        return corrected;
    }
}
