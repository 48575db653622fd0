package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.answerable.foi.Actor;
import org.answerable.foi.Authorities;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseDispatched;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Comparison;
import org.answerable.foi.Conflict;
import org.answerable.foi.DispatchDetails;
import org.answerable.foi.EvidenceSource;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.intake.Faults;
import org.answerable.foi.intake.ReceivedText;

/**
 * An officer records the answer as sent. Every cited figure is computed again first; the letter is
 * kept as sent. The day of sending is from receipt to today, and a late answer names a team (I5).
 */
@Dependent
public class DispatchAnswer {

    private static final int MOST_TEAM = 200;

    private final Cases cases;
    private final CaseFile file;
    private final EvidenceSource evidence;
    private final Authorities authorities;
    private final ExemptionCatalogue catalogue;
    private final Announcements announcements;

    @Inject
    public DispatchAnswer(
            Cases cases,
            CaseFile file,
            EvidenceSource evidence,
            Authorities authorities,
            ExemptionCatalogue catalogue,
            Announcements announcements) {
        this.cases = cases;
        this.file = file;
        this.evidence = evidence;
        this.authorities = authorities;
        this.catalogue = catalogue;
        this.announcements = announcements;
    }

    void dispatch(CaseReference reference, DispatchDetails details, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.DISPATCH, actor);
        String team = check(foiCase, details);
        List<String> figures =
                foiCase.questions().stream()
                        .flatMap(q -> q.citations().stream())
                        .map(EvidenceCopy::figureId)
                        .distinct()
                        .toList();
        requireUnchanged(figures);
        foiCase.dispatch(details, team, actor, file.now());
        String authority = authorities.find(foiCase.authority()).orElseThrow().name();
        cases.add(
                new SentLetter(
                        foiCase,
                        DecisionLetter.of(foiCase, authority, catalogue, details.sentOn())));
        file.record(
                foiCase,
                actor,
                HistoryKind.DISPATCHED,
                "Answer sent on %s (%s). %s%s"
                        .formatted(
                                PlainWords.date(details.sentOn()),
                                details.channel().label().toLowerCase(Locale.UK),
                                recomputed(figures.size()),
                                team.isEmpty() ? "" : " Late; responsible: " + team + "."));
        announcements.dispatched(
                new CaseDispatched(reference, foiCase.authority(), details.sentOn(), figures));
    }

    private static String recomputed(int figures) {
        return figures == 0
                ? "It cites no figure."
                : PlainWords.count(figures, "figure", "figures") + " computed again, unchanged.";
    }

    /** The team that answers for a late answer; empty when in time. */
    private String check(FoiCase foiCase, DispatchDetails details) {
        Faults faults = new Faults();
        if (details.sentOn() == null) {
            faults.add("sentOn", "Give the day on which the answer was sent.");
        } else if (details.sentOn().isBefore(foiCase.received())
                || details.sentOn().isAfter(file.today())) {
            faults.add(
                    "sentOn",
                    "The answer was sent between the day of receipt, "
                            + foiCase.received()
                            + ", and today, "
                            + file.today()
                            + ": give that day.");
        }
        if (details.channel() == null) {
            faults.add("channel", "Choose how the answer was sent.");
        }
        String team = "";
        if (details.sentOn() != null && details.sentOn().isAfter(foiCase.due())) {
            team = ReceivedText.line(details.responsibleTeam());
            faults.limit("responsibleTeam", "The team", team, MOST_TEAM);
            if (team.isEmpty()) {
                faults.add(
                        "responsibleTeam",
                        "The answer is later than its due date, "
                                + foiCase.due()
                                + ": name the team that answers for it.");
            }
        }
        faults.end();
        return team;
    }

    private void requireUnchanged(List<String> figures) {
        List<String> changed = new ArrayList<>();
        for (String figure : figures) {
            Comparison comparison = evidence.recompute(figure);
            if (!comparison.unchanged()) {
                changed.add(figure + ": " + String.join(" ", comparison.differences()));
            }
        }
        if (!changed.isEmpty()) {
            throw new Conflict(
                    "A cited figure is no longer what the data say. "
                            + String.join(" ", changed)
                            + " Return the case to drafting, and cite the figure anew or explain it.");
        }
    }
}
