package org.answerable.cohort.need;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NeedNumbers;
import org.answerable.cohort.NeedQuestion;
import org.answerable.cohort.NeedQuestion.Source;
import org.answerable.cohort.Prevalence;
import org.answerable.cohort.Prevalences;
import org.answerable.cohort.statistics.BetaShare;

/** The sources of a question, looked up in the library; the version that was used is kept with them. */
final class LibraryShares {

    private LibraryShares() {}

    /** The same question, in which each source of the library names its version. */
    static NeedQuestion pinned(NeedQuestion question, List<ShareView> views) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            Source source = question.shares().sources().get(i);
            ShareView view = views.get(i);
            sources.add(
                    new Source(
                            view.prevalenceId(),
                            view.version(),
                            source.label(),
                            source.mean(),
                            source.effectiveSize(),
                            source.weight()));
        }
        return question.withShares(
                new NeedQuestion.Shares(
                        question.shares().pattern(),
                        sources,
                        question.shares().strata(),
                        question.shares().odds()));
    }

    /**
     * @throws InvalidInput a source is not in the library, or says no share that a model can use
     */
    static List<ShareView> views(NeedQuestion question, Prevalences library) {
        List<FieldError> errors = new ArrayList<>();
        List<ShareView> views = new ArrayList<>();
        List<Source> sources = question.shares().sources();
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            if (source.prevalenceId() == null || source.prevalenceId().isBlank()) {
                views.add(own(source));
            } else {
                String field = "prevalence[" + i + "].library";
                entry(source, library, field, errors).ifPresent(views::add);
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return views;
    }

    private static ShareView own(Source source) {
        boolean named = source.label() != null && !source.label().isBlank();
        return new ShareView(
                "",
                null,
                named
                        ? source.label().strip()
                        : NeedNumbers.percent(source.mean()) + ", own assumption",
                "Own assumption",
                "",
                source.weight(),
                new BetaShare(source.mean(), source.effectiveSize()));
    }

    private static Optional<ShareView> entry(
            Source source, Prevalences library, String field, List<FieldError> errors) {
        Optional<Prevalence> found =
                source.version() == null
                        ? library.inForce().stream()
                                .filter(p -> p.id().equals(source.prevalenceId().strip()))
                                .findFirst()
                        : library.find(source.prevalenceId().strip(), source.version());
        if (found.isEmpty()) {
            errors.add(
                    new FieldError(
                            field,
                            "There is no entry "
                                    + source.prevalenceId()
                                    + " in the prevalence library. Its entries are listed at"
                                    + " /prevalence."));
            return Optional.empty();
        }
        Prevalence entry = found.get();
        if (!entry.usable()) {
            errors.add(
                    new FieldError(
                            field,
                            entry.id()
                                    + " gives no share, or does not say how much populations differ, so it"
                                    + " cannot be used in a model."));
            return Optional.empty();
        }
        return Optional.of(
                new ShareView(
                        entry.id(),
                        entry.version(),
                        entry.population(),
                        entry.source(),
                        entry.caveat(),
                        source.weight(),
                        new BetaShare(
                                entry.share().orElseThrow().doubleValue(),
                                entry.effectiveSize().orElseThrow())));
    }
}
