package org.answerable.foi.similarity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Disclosure;
import org.answerable.foi.Disclosure.DisclosedQuestion;
import org.answerable.foi.DisclosureLog;
import org.answerable.foi.EarlierAnswers;
import org.answerable.foi.Evidence;
import org.answerable.foi.NotFound;
import org.answerable.foi.Role;
import org.answerable.foi.SimilarAnswers;
import org.answerable.foi.similarity.EarlierTexts.Earlier;
import org.answerable.foi.similarity.EarlierTexts.Hit;
import org.answerable.foi.similarity.EarlierTexts.OpenHit;

/** Searches, and says of each find why it is one. */
@ApplicationScoped
@Transactional
public class FindEarlierAnswers implements EarlierAnswers {

    private static final int MOST_SHOWN = 5;
    private static final int MOST_EARLIER = 20;
    private static final int MOST_SUBJECT = 150;
    private static final int MOST_WORDS_SAID = 6;
    private static final int FEWEST_CHARACTERS = 10;
    private static final double ALIKE = 0.4;
    private static final double THE_SAME = 0.6;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final EarlierTexts texts;
    private final DisclosureLog log;

    /** For the container's proxy. */
    protected FindEarlierAnswers() {
        this(null, null);
    }

    @Inject
    public FindEarlierAnswers(EarlierTexts texts, DisclosureLog log) {
        this.texts = texts;
        this.log = log;
    }

    @Override
    public SimilarAnswers similarTo(String raw, Optional<Actor> actor) {
        String all = raw == null ? "" : raw.replace("\0", "").strip();
        String text = all.length() <= MOST_CHARACTERS ? all : all.substring(0, MOST_CHARACTERS);
        return similar(text, subjectOf(text), Optional.empty(), actor);
    }

    @Override
    public SimilarAnswers similarTo(CaseReference reference, Actor officer) {
        officer.require(Role.OFFICER, Role.APPROVER, Role.REVIEWER);
        EarlierTexts.CaseText asked =
                texts.text(reference, officer.authority()).orElseThrow(() -> noCase(reference));
        return similar(asked.text(), asked.subject(), Optional.of(reference), Optional.of(officer));
    }

    private SimilarAnswers similar(
            String text, String subject, Optional<CaseReference> except, Optional<Actor> actor) {
        if (text.length() < FEWEST_CHARACTERS) {
            return new SimilarAnswers(List.of(), List.of());
        }
        List<SimilarAnswers.Published> published =
                texts.published(text, subject, MOST_SHOWN).stream()
                        .map(hit -> published(hit, text))
                        .filter(p -> !p.why().isEmpty())
                        .toList();
        boolean seesCases = actor.filter(a -> a.has(Role.OFFICER)).isPresent();
        List<SimilarAnswers.Open> open =
                seesCases
                        ? texts.open(text, subject, except, MOST_SHOWN).stream()
                                .map(hit -> open(hit, actor.get()))
                                .toList()
                        : List.of();
        return new SimilarAnswers(published, open);
    }

    private static String subjectOf(String text) {
        String first =
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
        return first.length() <= MOST_SUBJECT ? first : first.substring(0, MOST_SUBJECT);
    }

    private static SimilarAnswers.Published published(Hit hit, String text) {
        Disclosure d = hit.disclosure();
        return new SimilarAnswers.Published(
                d.reference(),
                d.authorityName(),
                d.subject(),
                d.answered(),
                d.outcome(),
                why(hit, text));
    }

    private static List<String> why(Hit hit, String text) {
        List<String> why = new ArrayList<>();
        String questions =
                hit.disclosure().questions().stream()
                        .map(DisclosedQuestion::text)
                        .collect(Collectors.joining("\n"));
        SharedWords.phrase(text, questions)
                .ifPresent(phrase -> why.add("It asks the same: “" + phrase + "”"));
        if (hit.likeness() >= ALIKE) {
            why.add("Its subject is much alike (" + percent(hit.likeness()) + ")");
        }
        figureWith(hit).ifPresent(title -> why.add("It has the figure “" + title + "”"));
        if (!hit.words().isEmpty()) {
            why.add(
                    "Both have "
                            + hit.words().stream()
                                    .limit(MOST_WORDS_SAID)
                                    .map(w -> "“" + w + "”")
                                    .collect(Collectors.joining(", ")));
        }
        return why;
    }

    /** A figure whose title has one of the shared words. */
    private static Optional<String> figureWith(Hit hit) {
        return hit.disclosure().questions().stream()
                .flatMap(q -> q.figures().stream())
                .map(Evidence::title)
                .filter(
                        title ->
                                hit.words().stream()
                                        .anyMatch(
                                                w ->
                                                        title.toLowerCase(Locale.UK)
                                                                .contains(
                                                                        w.toLowerCase(Locale.UK))))
                .findFirst();
    }

    private static SimilarAnswers.Open open(OpenHit hit, Actor actor) {
        boolean own = hit.authority().equals(actor.authority());
        return new SimilarAnswers.Open(
                hit.reference(),
                hit.authorityName(),
                own ? Optional.of(hit.subject()) : Optional.empty(),
                hit.state(),
                !own && hit.likeness() >= THE_SAME,
                List.of("Its words are much alike (" + percent(hit.likeness()) + ")"));
    }

    private static String percent(double likeness) {
        return Math.round(100 * likeness) + "%";
    }

    @Override
    public Proposal proposal(String reference) {
        Disclosure d =
                log.get(reference)
                        .filter(found -> found.withdrawal().isEmpty())
                        .orElseThrow(
                                () -> new NotFound("No answer " + reference + " is published."));
        String link = "/disclosures/" + d.reference();
        return new Proposal(
                d.reference(),
                "s.21",
                "The information is already accessible to you: "
                        + d.authorityName()
                        + " published it on "
                        + DAY.format(d.answered())
                        + " under the reference "
                        + d.reference()
                        + ", “"
                        + d.subject()
                        + "”. You can read it at "
                        + link
                        + ".",
                link);
    }

    @Override
    public List<EarlierRequest> ofTheSameRequester(CaseReference reference, Actor officer) {
        officer.require(Role.OFFICER);
        texts.text(reference, officer.authority()).orElseThrow(() -> noCase(reference));
        return texts.ofTheSameRequester(reference, officer.authority(), MOST_EARLIER).stream()
                .map(FindEarlierAnswers::request)
                .toList();
    }

    private static EarlierRequest request(Earlier e) {
        return new EarlierRequest(
                e.reference(),
                e.subject(),
                e.received(),
                e.state(),
                e.answered(),
                e.likeness(),
                e.answered().isPresent() && e.likeness() >= THE_SAME);
    }

    private static NotFound noCase(CaseReference reference) {
        return new NotFound("There is no case " + reference + " in your authority.");
    }
}
