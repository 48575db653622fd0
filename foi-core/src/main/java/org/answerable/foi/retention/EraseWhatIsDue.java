package org.answerable.foi.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Conflict;
import org.answerable.foi.NotFound;
import org.answerable.foi.Retention;
import org.answerable.foi.Role;
import org.answerable.foi.intake.Faults;
import org.answerable.foi.retention.RetentionRecords.Due;

/** Administrators set periods and run; officers hold; auditors look on. References only, no content. */
@ApplicationScoped
@Transactional
public class EraseWhatIsDue implements Retention {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 1200;
    private static final int MOST_REASON = 500;
    private static final int MOST_RUNS = 50;
    private static final String SCHEDULE = "The schedule";

    private final RetentionRecords records;
    private final Clock clock;

    /** For the container's proxy. */
    protected EraseWhatIsDue() {
        this(null, null);
    }

    @Inject
    public EraseWhatIsDue(RetentionRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @Override
    public Preview preview(Actor actor) {
        requireReader(actor);
        List<Item> all = due(actor.authority()).stream().map(Due::item).toList();
        return new Preview(
                all.stream().filter(i -> i.hold().isEmpty()).toList(),
                all.stream().filter(i -> !i.hold().isEmpty()).toList());
    }

    private List<Due> due(String authority) {
        return records.due(authority, LocalDate.now(clock));
    }

    @Override
    public Run run(Actor administrator) {
        administrator.require(Role.ADMIN);
        if (!records.alone(administrator.authority())) {
            throw new Conflict("The schedule is erasing just now: look again in a minute.");
        }
        return erase(administrator.authority(), administrator.displayName());
    }

    @Override
    public void runDaily() {
        for (String authority : records.authorities()) {
            if (records.alone(authority)
                    && due(authority).stream().anyMatch(d -> d.item().hold().isEmpty())) {
                erase(authority, SCHEDULE);
            }
        }
    }

    private Run erase(String authority, String by) {
        List<String> requesters = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        int held = 0;
        for (Due due : due(authority)) {
            if (!due.item().hold().isEmpty()) {
                held++;
                continue;
            }
            records.erase(due);
            String reference = due.item().reference().toString();
            (due.item().stage() == Stage.REQUESTER ? requesters : whole).add(reference);
        }
        Run run = new Run(now(), by, requesters, whole, held);
        records.add(authority, run);
        return run;
    }

    @Override
    public List<Rule> rules(Actor actor) {
        requireReader(actor);
        List<Rule> set = records.rules(actor.authority());
        return Stream.concat(
                        Stream.of(CaseOutcome.values()).map(Optional::of),
                        Stream.of(Optional.<CaseOutcome>empty()))
                .map(
                        outcome ->
                                set.stream()
                                        .filter(r -> r.outcome().equals(outcome))
                                        .findFirst()
                                        .orElseGet(
                                                () ->
                                                        new Rule(
                                                                outcome,
                                                                REQUESTER_MONTHS,
                                                                RECORD_MONTHS,
                                                                Optional.empty())))
                .toList();
    }

    @Override
    public void setRule(
            Optional<CaseOutcome> outcome,
            int requesterMonths,
            int recordMonths,
            Actor administrator) {
        administrator.require(Role.ADMIN);
        Faults faults = new Faults();
        within("requesterMonths", requesterMonths, faults);
        within("recordMonths", recordMonths, faults);
        if (recordMonths < requesterMonths) {
            faults.add(
                    "recordMonths",
                    "The record tells more than who asked: keep it at least as long.");
        }
        faults.end();
        records.add(
                administrator.authority(),
                new Rule(
                        outcome,
                        requesterMonths,
                        recordMonths,
                        Optional.of(administrator.displayName())),
                administrator,
                now());
    }

    private static void within(String field, int months, Faults faults) {
        if (months < SHORTEST || months > LONGEST) {
            faults.add(
                    field,
                    "Give 6 to 1200 months: a review may be asked for in the first two, and a"
                            + " complaint made in the months after it.");
        }
    }

    @Override
    public void hold(CaseReference reference, String rawReason, Actor officer) {
        officer.require(Role.OFFICER);
        if (!records.hold(reference, reason(rawReason), officer, now())) {
            throw new NotFound("There is no case " + reference + " in your authority.");
        }
    }

    @Override
    public void release(long hold, String rawReason, Actor officer) {
        officer.require(Role.OFFICER);
        if (!records.release(hold, reason(rawReason), officer, now())) {
            throw new NotFound("There is no such hold in your authority, or it was released.");
        }
    }

    private static String reason(String raw) {
        Faults faults = new Faults();
        String reason = faults.needed("reason", "The reason", raw, MOST_REASON);
        faults.end();
        return reason;
    }

    @Override
    public List<Hold> holds(Actor actor) {
        requireReader(actor);
        return records.holds(actor.authority());
    }

    @Override
    public List<Run> runs(Actor actor) {
        requireReader(actor);
        return records.runs(actor.authority(), MOST_RUNS);
    }

    private static void requireReader(Actor actor) {
        actor.require(Role.ADMIN, Role.OFFICER, Role.AUDITOR);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
