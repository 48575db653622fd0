package org.answerable.foi.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseEvent;
import org.answerable.foi.CaseView;
import org.answerable.foi.ClockEvent;

/** One entry of a case's ledger of events. It is never changed nor deleted. */
@Entity
@Table(name = "clock_event", schema = "foi")
public class RecordedEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "foi.record_seq")
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "case_id")
    private FoiCase foiCase;

    @Enumerated(EnumType.STRING)
    private ClockEvent.Type type;

    @Column(name = "on_date")
    private LocalDate date;

    @Column(name = "to_date")
    private LocalDate to;

    private String questions;
    private String exemptions;
    private BigDecimal amount;
    private String note;
    private String actor;

    @Column(name = "actor_name")
    private String actorName;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected RecordedEvent() {}

    RecordedEvent(FoiCase foiCase, CaseEvent event, Actor actor, Instant at) {
        this.foiCase = foiCase;
        this.type = event.type();
        this.date = event.date();
        this.to = event.to().orElse(null);
        this.questions = numbers(event.questions());
        this.exemptions = String.join(", ", event.exemptions());
        this.amount = event.amount().orElse(null);
        this.note = event.words();
        this.actor = actor.username();
        this.actorName = actor.displayName();
        this.recordedAt = at;
    }

    static String numbers(List<Integer> questions) {
        return questions.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    static List<Integer> numbers(String questions) {
        return questions.isEmpty()
                ? List.of()
                : Arrays.stream(questions.split(",")).map(Integer::valueOf).toList();
    }

    ClockEvent event() {
        return new ClockEvent(
                type,
                date,
                Optional.ofNullable(to),
                numbers(questions),
                exemptions.isEmpty() ? List.of() : List.of(exemptions.split(", ")));
    }

    boolean sameAs(CaseEvent other) {
        return type == other.type()
                && date.equals(other.date())
                && questions.equals(numbers(other.questions()));
    }

    ClockEvent.Type type() {
        return type;
    }

    LocalDate date() {
        return date;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    CaseView.LedgerEntry entry(boolean withNote) {
        return new CaseView.LedgerEntry(
                event(), Optional.ofNullable(amount), withNote ? note : "", actorName, recordedAt);
    }
}
