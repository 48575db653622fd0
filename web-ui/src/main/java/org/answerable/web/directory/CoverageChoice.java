package org.answerable.web.directory;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.directory.Coverage;
import org.answerable.directory.CoverageAnswer;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Tier;
import org.answerable.web.page.ListAddress;

/** What was chosen in the address of a coverage page, as it was typed; blank where nothing was. */
public record CoverageChoice(String area, String need, String at, String known) {

    static final List<String> FIELDS = List.of("area", "need", "at", "known");

    /** One tier with its answer. */
    public record TierAnswer(Tier tier, CoverageAnswer answer) {}

    /**
     * @throws InvalidInput something of it cannot be used
     */
    List<TierAnswer> answers(Coverage coverage, Clock clock) {
        return coverage
                .everyTier(area, need.isBlank() ? null : need.strip(), day(clock), moment(clock))
                .stream()
                .map(answer -> new TierAnswer(answer.tier(), answer))
                .toList();
    }

    ListAddress address(String path) {
        return ListAddress.of(path)
                .with("area", area)
                .with("need", need)
                .with("at", at)
                .with("known", known);
    }

    LocalDate day(Clock clock) {
        return date("at", at).orElseGet(() -> LocalDate.now(clock));
    }

    /** The end of the day that is named. */
    Instant moment(Clock clock) {
        return date("known", known)
                .map(day -> day.plusDays(1).atStartOfDay(clock.getZone()).toInstant())
                .orElse(Instant.MAX);
    }

    private static Optional<LocalDate> date(String field, String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            throw new InvalidInput(field, "Enter a date, for example 2024-03-21");
        }
    }
}
