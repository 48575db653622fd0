package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.LinkType;
import org.answerable.foi.NotAllowed;

/**
 * The reviewer decides: question by question the first decision stands or is replaced. Who had a
 * part in the first decision cannot be the reviewer (R23).
 */
@Dependent
public class DecideReview {

    private final Cases cases;
    private final CaseFile file;
    private final DecisionBasis basis;

    @Inject
    public DecideReview(Cases cases, CaseFile file, DecisionBasis basis) {
        this.cases = cases;
        this.file = file;
        this.basis = basis;
    }

    void decide(CaseReference reference, int version, Actor actor) {
        FoiCase review = file.open(reference, CaseAction.DECIDE_REVIEW, actor);
        FoiCase original = cases.linkedFrom(review, LinkType.INTERNAL_REVIEW_OF).orElseThrow();
        requireOutsider(original, actor);
        review.requireRevision(version);
        basis.require(review, file.today());
        Instant now = file.now();
        review.decideReview(actor, now);
        file.record(review, actor, HistoryKind.REVIEW_DECIDED, outcome(original, review));
    }

    /** Nobody reviews what they drafted, computed, submitted or approved. */
    static void requireOutsider(FoiCase original, Actor actor) {
        boolean tookPart =
                original.draftedOrSubmittedBy(actor)
                        || original.approvedBy().filter(actor.username()::equals).isPresent();
        if (tookPart) {
            throw new NotAllowed(
                    "You had a part in the decision under review: another reviewer must decide"
                            + " (R23).");
        }
    }

    /** In words: upheld, overturned, or both, with the numbers of the changed questions. */
    static String outcome(FoiCase original, FoiCase review) {
        Map<Integer, Question> first =
                original.questions().stream()
                        .collect(Collectors.toMap(Question::number, Function.identity()));
        List<String> changed = new ArrayList<>();
        for (Question question : review.questions()) {
            Question before = first.get(question.number());
            if (before == null || !sameDecision(before, question)) {
                changed.add(Integer.toString(question.number()));
            }
        }
        if (changed.isEmpty()) {
            return "Review decided: the decision is upheld.";
        }
        boolean all = changed.size() == review.questions().size();
        return "Review decided: the decision is "
                + (all ? "overturned" : "partly overturned")
                + ", question "
                + String.join(", ", changed)
                + ".";
    }

    private static boolean sameDecision(Question a, Question b) {
        return a.outcome().equals(b.outcome())
                && a.grounds().stream()
                        .map(DecidedGround::code)
                        .toList()
                        .equals(b.grounds().stream().map(DecidedGround::code).toList());
    }
}
