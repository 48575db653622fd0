package org.answerable.directory.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.answerable.directory.OwnerMail;
import org.answerable.directory.Upkeep;
import org.answerable.directory.VerificationState;
import org.answerable.directory.store.Publication;
import org.answerable.directory.store.Signature;
import org.answerable.directory.store.VerificationTable;
import org.answerable.directory.store.VerificationTable.Digest;
import org.answerable.directory.store.VerificationTable.Due;
import org.answerable.directory.store.VerificationTable.NewLink;

/**
 * The directory looks after itself, once a day: reminders at 76, 91, 105, 119, 182 and 365 days since a record was assured. One mail
 * for each mailbox with all its services, each with a link that says “still correct”; things that are only due soon are
 * told once a week. From 119 days the team of the directory is told as well.
 */
@ApplicationScoped
public class DailyRound implements Upkeep {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final int SECOND_REMINDER = 105;
    private static final List<Integer> STAGES =
            List.of(
                    VerificationState.DUE_SOON.fromDays(),
                    VerificationState.DUE.fromDays(),
                    SECOND_REMINDER,
                    VerificationState.ESCALATED.fromDays(),
                    VerificationState.STALE.fromDays(),
                    VerificationState.WITHHELD.fromDays());
    private static final int WEEK = 7;
    private static final int WRITTEN_AHEAD = 35;
    private static final int MOST_ATTEMPTS = 8;

    private VerificationTable table;
    private Publication publication;
    private OwnerMail mail;
    private Clock clock;

    protected DailyRound() {}

    @Inject
    public DailyRound(
            VerificationTable table, Publication publication, OwnerMail mail, Clock clock) {
        this.table = table;
        this.publication = publication;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public void begin() {
        publication.renewMissing(new Signature("upkeep", "upkeep", "", clock.instant()));
    }

    @Override
    public void round() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
        table.extendOpenings(today, today.plusDays(WRITTEN_AHEAD));
        table.withhold(today);
        if (mail.configured()) {
            table.remind(today, clock.instant(), STAGES, today.minusDays(WEEK), this::digests);
        }
    }

    /** One digest a mailbox, and one for the team when something was escalated. */
    private List<Digest> digests(List<Due> due, Set<String> toldLately) {
        Map<String, List<Due>> byMailbox = new LinkedHashMap<>();
        due.forEach(d -> byMailbox.computeIfAbsent(d.mailbox(), k -> new ArrayList<>()).add(d));
        List<Digest> digests = new ArrayList<>();
        List<Due> escalated = new ArrayList<>();
        byMailbox.forEach(
                (mailbox, own) -> {
                    boolean onlySoon =
                            own.stream()
                                    .allMatch(
                                            d ->
                                                    d.stage()
                                                            == VerificationState.DUE_SOON
                                                                    .fromDays());
                    if (onlySoon && toldLately.contains(mailbox)) {
                        return;
                    }
                    digests.add(digest(mailbox, own, onlySoon));
                    own.stream()
                            .filter(d -> d.stage() == VerificationState.ESCALATED.fromDays())
                            .forEach(escalated::add);
                });
        if (!escalated.isEmpty()) {
            mail.team().ifPresent(team -> digests.add(escalation(team, escalated)));
        }
        return digests;
    }

    private Digest digest(String mailbox, List<Due> due, boolean onlySoon) {
        Instant ends = clock.instant().plus(ConfirmationToken.DAYS, ChronoUnit.DAYS);
        List<NewLink> links = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        body.append("Hello,\n\nthe directory of services lists what you offer. ")
                .append(
                        "Please look whether it is still correct: open a link and press the button. ")
                .append("If something has changed, the page says how to change it.\n");
        for (Due d : due) {
            ConfirmationToken token = ConfirmationToken.random();
            links.add(new NewLink(token.hash(), d.id(), ends));
            body.append("\n")
                    .append(d.name())
                    .append("\n  last checked on ")
                    .append(DAY.format(d.since()))
                    .append("\n  ")
                    .append(mail.siteAddress())
                    .append("/services/confirm/")
                    .append(token.text())
                    .append("\n");
        }
        body.append("\nEach link works once, for ")
                .append(ConfirmationToken.DAYS)
                .append(" days. Please do not pass it on.\n");
        String subject =
                due.size() == 1
                        ? "Is this still correct? " + due.get(0).name()
                        : "Are these " + due.size() + " services still correct?";
        return new Digest(mailbox, subject, body.toString(), onlySoon, due, links);
    }

    private Digest escalation(String team, List<Due> escalated) {
        StringBuilder body = new StringBuilder();
        body.append("Nobody has confirmed these services for ")
                .append(VerificationState.ESCALATED.fromDays())
                .append(" days, after three reminders:\n");
        for (Due d : escalated) {
            body.append("\n")
                    .append(d.name())
                    .append(", kept by ")
                    .append(d.mailbox())
                    .append("\n  ")
                    .append(mail.siteAddress())
                    .append("/directory/services/")
                    .append(d.id())
                    .append("\n");
        }
        return new Digest(
                team,
                "Services that nobody confirms: " + escalated.size(),
                body.toString(),
                false,
                List.of(),
                List.of());
    }

    @Override
    public void sendMail() {
        if (!mail.configured()) {
            return;
        }
        Optional<VerificationTable.Waiting> next = take();
        while (next.isPresent()) {
            VerificationTable.Waiting waiting = next.get();
            Optional<String> refused =
                    mail.send(waiting.mailbox(), waiting.subject(), waiting.body());
            if (refused.isEmpty()) {
                table.endMail(waiting.key(), true, "", clock.instant());
            } else if (waiting.attempts() >= MOST_ATTEMPTS) {
                table.endMail(waiting.key(), false, refused.get(), clock.instant());
            }
            next = take();
        }
    }

    /** A mail that is not taken is tried again an hour later. */
    private Optional<VerificationTable.Waiting> take() {
        Instant now = clock.instant();
        return table.nextMail(now, now.plus(Duration.ofHours(1)));
    }
}
