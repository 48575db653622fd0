package org.answerable.cohort.assumption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Assumption;
import org.answerable.cohort.AssumptionRevision;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.Role;
import org.answerable.cohort.input.TypedFields;

/** An analyst records a new version of an assumption. */
@ApplicationScoped
public class ReviseAssumption {

    private static final int MOST_STATEMENT = 600;
    private static final int MOST_TEXT = 300;
    private static final String MISSING = "Fill this in";

    private AssumptionRegister register;
    private Clock clock;

    protected ReviseAssumption() {}

    @Inject
    public ReviseAssumption(AssumptionRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** See {@link org.answerable.cohort.Assumptions#revise}. */
    @Transactional
    public Assumption revise(AssumptionRevision revision, Actor actor) {
        actor.require(Role.ANALYST);
        Assumption kept =
                register.versions(revision.id()).stream()
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new NotFound(
                                                "There is no assumption " + revision.id() + "."));
        if (revision.basedOn() != kept.version()) {
            throw new Conflict(
                    "Version "
                            + kept.version()
                            + " of "
                            + kept.id()
                            + " was recorded since you opened the form. Open it again and repeat"
                            + " your change if it is still needed.");
        }
        Assumption next = read(kept, revision, actor);
        insistOnUsable(next);
        register.add(next, actor, next.recordedAt());
        return next;
    }

    private Assumption read(Assumption kept, AssumptionRevision revision, Actor actor) {
        TypedFields fields = new TypedFields();
        Map<String, String> given = new LinkedHashMap<>(revision.parts());
        Assumption numbers = PartNumbers.replace(kept, "", given, fields.errors());
        String statement =
                fields.needed("statement", revision.statement(), MOST_STATEMENT, MISSING);
        String citation = fields.line("citation", revision.citation(), MOST_TEXT);
        String owner = fields.needed("owner", revision.owner(), MOST_TEXT, MISSING);
        String reason = fields.needed("reason", revision.reason(), MOST_TEXT, MISSING);
        boolean ranged = !kept.rangeOf().isEmpty();
        Optional<BigDecimal> low = ranged ? end("low", revision.low(), fields) : kept.low();
        Optional<BigDecimal> high = ranged ? end("high", revision.high(), fields) : kept.high();
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
            fields.error("low", "The low end must not be above the high end");
        }
        LocalDate asOf =
                fields.pastDate("asOf", revision.asOf(), LocalDate.now(clock), kept.asOf());
        fields.insistOnNone();
        return new Assumption(
                kept.id(),
                kept.version() + 1,
                statement,
                numbers.parts(),
                kept.rangeOf(),
                low,
                high,
                Optional.of(citation).filter(c -> !c.isEmpty()),
                asOf,
                owner,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                actor.username(),
                reason);
    }

    private static Optional<BigDecimal> end(String field, String given, TypedFields fields) {
        String text = TypedFields.stripped(given);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = TypedFields.number(text).filter(n -> n.signum() >= 0);
        if (number.isEmpty()) {
            fields.error(field, "Enter a number such as 3.2, or leave it empty");
        }
        return number;
    }

    /** What the model cannot read is not recorded; the fields are those of the form. */
    private void insistOnUsable(Assumption next) {
        List<Assumption> all =
                register.inForce().stream()
                        .map(kept -> kept.id().equals(next.id()) ? next : kept)
                        .toList();
        try {
            AssumedInputs.read(all, Map.of());
        } catch (InvalidInput invalid) {
            String prefix = next.id() + ".";
            throw new InvalidInput(
                    invalid.errors().stream()
                            .map(
                                    e ->
                                            new FieldError(
                                                    e.field().replaceFirst("^" + prefix, ""),
                                                    e.message()))
                            .toList());
        }
    }
}
