package org.answerable.cohort.assumption;

import static org.answerable.cohort.CohortDatabase.ANALYST;
import static org.answerable.cohort.CohortDatabase.CLOCK;
import static org.answerable.cohort.CohortDatabase.OFFICER;
import static org.answerable.cohort.CohortDatabase.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerable.cohort.Assumption;
import org.answerable.cohort.AssumptionRevision;
import org.answerable.cohort.Assumptions;
import org.answerable.cohort.CohortDatabase;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NotAllowed;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.conversion.BirthsModel;
import org.answerable.cohort.store.SqlAssumptionRegister;
import org.answerable.cohort.store.Transactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Assumptions as versioned rows. */
class AssumptionsIT {

    private final AssumptionRegister register =
            new SqlAssumptionRegister(new Transactions(CohortDatabase.dataSource()));
    private final Assumptions assumptions =
            new KeptAssumptions(register, new ReviseAssumption(register, CLOCK));

    @Test
    void every_assumption_comes_with_the_product_and_says_when_it_needs_a_source() {
        Map<String, Assumption> all =
                assumptions.inForce().stream().collect(Collectors.toMap(Assumption::id, a -> a));
        assertThat(all.keySet())
                .containsAll(IntStream.rangeClosed(1, 17).mapToObj(i -> "A" + i).toList());
        assertThat(all.get("A9").needsSource()).isTrue();
        assertThat(all.get("A9").source()).isEqualTo("needs a source");
        assertThat(all.get("A16").needsSource()).isFalse();
        assertThat(assumptions.inForce().stream().map(Assumption::id)).startsWith("A1", "A2", "A3");
    }

    @Test
    void the_rows_that_come_with_the_product_give_the_worked_example() {
        List<Assumption> seeds =
                assumptions.inForce().stream()
                        .map(a -> assumptions.versions(a.id()))
                        .map(versions -> versions.get(versions.size() - 1))
                        .toList();
        BirthsModel births = AssumedInputs.read(seeds, Map.of()).inputs().births();
        assertThat(births.familiesDuring(3, 1).central()).isEqualTo(23_460, within(0.001));
        assertThat(births.expectedYears(4).low()).isEqualTo(3.2, within(1e-9));
        assertThat(births.expectedYears(4).high()).isEqualTo(3.6, within(1e-9));
        assertThat(births.maternities().low()).isEqualTo(6500);
        assertThat(births.movingIn().high()).isEqualTo(800);
        assertThat(births.yearly()).isEmpty();
    }

    @Test
    void a_new_version_leaves_the_old_one_and_writes_the_history() throws SQLException {
        Assumption before = kept("A5");
        Assumption next =
                assumptions.revise(
                        revision(before, Map.of("families", "120"), "ONS migration, table 3"),
                        ANALYST);
        assertThat(next.version()).isEqualTo(before.version() + 1);
        assertThat(kept("A5")).isEqualTo(next);
        assertThat(assumptions.versions("A5")).contains(before).startsWith(next);
        assertThat(next.citation()).contains("ONS migration, table 3");
        assertThat(next.recordedBy()).isEqualTo("ana");
        assertThat(
                        value(
                                "SELECT detail FROM cohort.history WHERE event ="
                                        + " 'ASSUMPTION_REVISED' AND subject = 'A5'"
                                        + " ORDER BY id DESC LIMIT 1"))
                .isEqualTo("version " + next.version() + ": A better number");
    }

    @Test
    void a_version_may_keep_the_date_of_the_one_before() {
        Assumption kept = kept("A11");
        AssumptionRevision same =
                with(revision(kept, Map.of(), ""), "asOf", kept.asOf().toString());
        assertThat(assumptions.revise(same, ANALYST).asOf()).isEqualTo(kept.asOf());
    }

    @Test
    void of_two_who_read_the_same_version_the_second_is_told() {
        Assumption read = kept("A6");
        AssumptionRevision revision = revision(read, Map.of(), "");
        assumptions.revise(revision, ANALYST);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> assumptions.revise(revision, ANALYST));
    }

    @Test
    void the_same_version_is_not_recorded_twice() {
        Assumption kept = kept("A7");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> register.add(kept, ANALYST, CLOCK.instant()));
    }

    @Test
    void only_analysts_record_a_version() {
        AssumptionRevision revision = revision(kept("A8"), Map.of(), "");
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> assumptions.revise(revision, OFFICER));
    }

    @Test
    void what_is_unknown_is_not_found() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> assumptions.versions("A999"));
    }

    @ParameterizedTest
    @CsvSource({
        "within24, 2",
        "within24, -0.1",
        "within24, many",
        "within24, ''",
        "low, 3.5",
        "low, x",
        "low, 4",
        "high, 1e3",
        "statement, ''",
        "owner, ''",
        "reason, ''",
        "asOf, 2100-01-01",
        "asOf, soon"
    })
    void what_cannot_be_is_refused_and_nothing_is_recorded(String field, String text) {
        Assumption kept = kept("A4");
        InvalidInput invalid =
                catchThrowableOfType(
                        InvalidInput.class,
                        () ->
                                assumptions.revise(
                                        with(revision(kept, Map.of(), ""), field, text), ANALYST));
        assertThat(invalid.errors()).extracting(FieldError::field).containsExactly(field);
        assertThat(kept("A4")).isEqualTo(kept);
    }

    @Test
    void a_table_that_falls_is_refused_at_its_field() {
        InvalidInput invalid =
                catchThrowableOfType(
                        InvalidInput.class,
                        () ->
                                assumptions.revise(
                                        revision(kept("A4"), Map.of("within36", "0.1"), ""),
                                        ANALYST));
        assertThat(invalid.errors()).extracting(FieldError::field).containsExactly("within36");
    }

    @Test
    void rows_are_neither_changed_nor_removed() {
        for (String sql :
                List.of(
                        "UPDATE cohort.assumption SET owner = 'x'",
                        "DELETE FROM cohort.assumption",
                        "TRUNCATE cohort.assumption")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> CohortDatabase.execute(sql))
                    .withMessageContaining("append-only");
        }
    }

    private Assumption kept(String id) {
        return assumptions.versions(id).get(0);
    }

    private static AssumptionRevision revision(
            Assumption kept, Map<String, String> changed, String citation) {
        Map<String, String> parts = new HashMap<>();
        kept.parts().forEach(part -> parts.put(part.name(), part.text()));
        parts.putAll(changed);
        return new AssumptionRevision(
                kept.id(),
                kept.version(),
                kept.statement(),
                parts,
                kept.low().map(Object::toString).orElse(""),
                kept.high().map(Object::toString).orElse(""),
                citation,
                "2026-02-01",
                kept.owner(),
                "A better number");
    }

    private static AssumptionRevision with(AssumptionRevision r, String field, String text) {
        Map<String, String> parts = new HashMap<>(r.parts());
        parts.computeIfPresent(field, (name, old) -> text);
        return new AssumptionRevision(
                r.id(),
                r.basedOn(),
                field.equals("statement") ? text : r.statement(),
                parts,
                field.equals("low") ? text : r.low(),
                field.equals("high") ? text : r.high(),
                r.citation(),
                field.equals("asOf") ? text : r.asOf(),
                field.equals("owner") ? text : r.owner(),
                field.equals("reason") ? text : r.reason());
    }
}
