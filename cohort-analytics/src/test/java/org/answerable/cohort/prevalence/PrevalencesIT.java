package org.answerable.cohort.prevalence;

import static org.answerable.cohort.CohortDatabase.ANALYST;
import static org.answerable.cohort.CohortDatabase.CLOCK;
import static org.answerable.cohort.CohortDatabase.OFFICER;
import static org.answerable.cohort.CohortDatabase.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerable.cohort.CohortDatabase;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NotAllowed;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.Prevalence;
import org.answerable.cohort.Prevalence.Kind;
import org.answerable.cohort.Prevalences;
import org.answerable.cohort.store.SqlPrevalenceRegister;
import org.answerable.cohort.store.Transactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The prevalence library as versioned rows. */
class PrevalencesIT {

    private final PrevalenceRegister register =
            new SqlPrevalenceRegister(new Transactions(CohortDatabase.dataSource()));
    private final Prevalences prevalences =
            new KeptPrevalences(register, new RecordPrevalence(register, CLOCK));

    @Test
    void the_cited_entries_come_with_the_product() {
        Map<String, Prevalence> first =
                prevalences.inForce().stream()
                        .map(p -> prevalences.find(p.id(), 1).orElseThrow())
                        .collect(Collectors.toMap(Prevalence::id, p -> p));
        assertThat(first.keySet()).contains("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8");
        assertThat(first.get("P1").share().orElseThrow()).isEqualByComparingTo("0.1");
        assertThat(first.get("P1").effectiveSize()).contains(40.0);
        assertThat(first.get("P1").source()).isEqualTo("needs a source");
        assertThat(first.get("P2").effectiveSize().orElseThrow()).isEqualTo(30.4, within(0.05));
        assertThat(first.get("P5").effectiveSize().orElseThrow()).isEqualTo(33.8, within(0.05));
        assertThat(first.get("P5").people()).contains(20_720);
        assertThat(first.get("P5").studies()).contains(285);
        assertThat(first.get("P7").share()).isEmpty();
        assertThat(first.values())
                .filteredOn(p -> p.recordedBy().equals("installation"))
                .filteredOn(p -> p.citation().isPresent())
                .extracting(Prevalence::id)
                .containsExactlyInAnyOrder("P2", "P5", "P7");
        assertThat(first.values())
                .filteredOn(p -> p.recordedBy().equals("installation"))
                .filteredOn(Prevalence::usable)
                .allMatch(p -> p.caveat().contains("is an assumption"))
                .extracting(Prevalence::id)
                .containsExactlyInAnyOrder("P1", "P2", "P3", "P5");
    }

    @Test
    void an_entry_of_ones_own_gets_the_next_id_and_may_be_revised() throws SQLException {
        Prevalence added =
                prevalences.add(
                        typed("added").with("share", "0.12").with("effectiveSize", "50").revision(),
                        ANALYST);
        assertThat(added.version()).isEqualTo(1);
        assertThat(added.recordedBy()).isEqualTo("ana");
        assertThat(prevalences.inForce()).contains(added);
        assertThat(event(added.id())).isEqualTo("PREVALENCE_ADDED version 1: A survey was made");

        Prevalence next =
                prevalences.revise(
                        typed("added")
                                .with("id", added.id())
                                .with("basedOn", "1")
                                .with("share", "0.13")
                                .with("spread", "PREDICTION_INTERVAL")
                                .with("effectiveSize", "")
                                .with("low", "0.05")
                                .with("high", "0.3")
                                .with("studies", "")
                                .with("people", "1,250")
                                .with("caveat", " One district\r\nonly.\n")
                                .revision(),
                        ANALYST);
        assertThat(next.version()).isEqualTo(2);
        assertThat(next.people()).contains(1250);
        assertThat(next.caveat()).isEqualTo("One district only.");
        assertThat(next.usable()).isTrue();
        assertThat(prevalences.versions(added.id())).containsExactly(next, added);
        assertThat(prevalences.find(added.id(), 1)).contains(added);
        assertThat(prevalences.find(added.id(), 2)).contains(next);
        assertThat(prevalences.find(added.id(), 3)).isEmpty();
        assertThat(event(added.id())).isEqualTo("PREVALENCE_REVISED version 2: A survey was made");

        Prevalence other =
                prevalences.add(
                        typed("another")
                                .with("spread", "LOGIT_DEVIATION")
                                .with("effectiveSize", "")
                                .with("logitDeviation", "0.5")
                                .revision(),
                        ANALYST);
        assertThat(number(other.id())).isGreaterThan(number(added.id()));
        assertThat(other.effectiveSize().orElseThrow()).isEqualTo(30.4, within(0.05));
    }

    @Test
    void an_entry_without_a_share_is_for_reading() {
        Prevalence read =
                prevalences.add(
                        typed("effects")
                                .with("share", "")
                                .with("spread", "NONE")
                                .with("effectiveSize", "")
                                .with("citation", "")
                                .revision(),
                        ANALYST);
        assertThat(read.usable()).isFalse();
        assertThat(read.needsSource()).isTrue();
        assertThat(read.spread().kind()).isEqualTo(Kind.NONE);
    }

    @Test
    void the_same_entry_is_not_added_twice() {
        prevalences.add(typed("twice").revision(), ANALYST);
        assertThat(refused(typed("twice"))).containsExactly("population");
    }

    @Test
    void of_two_who_read_the_same_version_the_second_is_told() {
        Prevalence kept = prevalences.versions("P6").get(0);
        Typed revision =
                typed("preschool")
                        .with("id", "P6")
                        .with("basedOn", Integer.toString(kept.version()));
        Prevalence next = prevalences.revise(revision.revision(), ANALYST);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> prevalences.revise(revision.revision(), ANALYST))
                .withMessageContaining("Version " + next.version() + " of P6");
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> register.revise(next, ANALYST));
    }

    @Test
    void only_analysts_change_the_library() {
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> prevalences.add(typed("not allowed").revision(), OFFICER));
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(
                        () ->
                                prevalences.revise(
                                        typed("x").with("id", "P1").with("basedOn", "1").revision(),
                                        OFFICER));
    }

    @Test
    void what_is_unknown_is_not_found() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> prevalences.versions("P99999"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(
                        () ->
                                prevalences.revise(
                                        typed("x").with("id", "P99999").revision(), ANALYST));
        assertThat(prevalences.find("P99999", 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "share, 1.01, from 0 to 1: give 0.0101 for 1.01%",
        "share, 10, give 0.10 for 10%",
        "share, 10%, give 0.10 for 10%",
        "share, 23.5 %, give 0.235 for 23.5%",
        "share, 0.5%, give 0.005 for 0.5%",
        "share, '0,15', 'such as 0.15 for 15%'",
        "share, -0.1, 'such as 0.15 for 15%'",
        "share, many, 'such as 0.15 for 15%'",
        "share, 150, 'such as 0.15 for 15%'",
        "effectiveSize, 0, above 0",
        "effectiveSize, -3, above 0",
        "effectiveSize, '', above 0",
        "effectiveSize, '3,5', above 0",
        "effectiveSize, 1000001, 'at most 1,000,000'",
        "logitDeviation, 0.5, not used with the choice above",
        "low, 0.1, not used with the choice above",
        "high, 0.3, not used with the choice above",
        "spread, WIDE, Choose how",
        "spread, '', Choose how",
        "measure, ' ', Say what is found",
        "population, '', Say in whom it is found",
        "owner, '', Say who answers for it",
        "reason, '', Say why this is recorded",
        "studies, 1.5, whole number",
        "studies, 0, whole number",
        "people, few, whole number",
        "people, 99999999999, whole number",
        "asOf, 2100-01-01, not in the future",
        "asOf, soon, not in the future"
    })
    void what_cannot_be_is_told_at_its_field_and_nothing_is_recorded(
            String field, String text, String words) {
        int before = prevalences.inForce().size();
        InvalidInput invalid = invalid(typed("faulty").with(field, text));
        assertThat(invalid.errors())
                .filteredOn(e -> e.field().equals(field))
                .singleElement()
                .extracting(FieldError::message)
                .asString()
                .contains(words);
        assertThat(prevalences.inForce()).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource({
        "0.15, 0.3, low",
        "0.2, 0.3, low",
        "0, 0.3, low",
        "'', 0.3, low",
        "5%, 0.3, low",
        "0.1, 0.15, high",
        "0.1, 0.12, high",
        "0.1, 1, high",
        "0.1, '', high"
    })
    void a_prediction_interval_holds_the_share(String low, String high, String field) {
        Typed typed =
                typed("interval")
                        .with("spread", "PREDICTION_INTERVAL")
                        .with("effectiveSize", "")
                        .with("low", low)
                        .with("high", high);
        assertThat(refused(typed)).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({
        "0.15, 0, logitDeviation",
        "0.15, -1, logitDeviation",
        "0.15, '', logitDeviation",
        "0.5, 2, logitDeviation",
        "0, 0.5, share",
        "1, 0.5, share",
        "'', 0.5, share",
        "15, 0.5, share"
    })
    void a_deviation_must_leave_an_effective_size(String share, String deviation, String field) {
        Typed typed =
                typed("deviation")
                        .with("share", share)
                        .with("spread", "LOGIT_DEVIATION")
                        .with("effectiveSize", "")
                        .with("logitDeviation", deviation);
        assertThat(refused(typed)).containsExactly(field);
    }

    @Test
    void a_share_of_all_or_none_may_be_kept_and_no_model_may_use_it() {
        for (String share : List.of("0", "1")) {
            Prevalence kept =
                    prevalences.add(
                            typed("share " + share).with("share", share).revision(), ANALYST);
            assertThat(kept.usable()).isFalse();
            assertThat(kept.range95()).isEmpty();
        }
    }

    @Test
    void everything_at_fault_is_told_at_once() {
        assertThat(
                        refused(
                                typed("x")
                                        .with("measure", "")
                                        .with("share", "15%")
                                        .with("effectiveSize", "0")
                                        .with("reason", "")))
                .containsExactlyInAnyOrder("measure", "share", "effectiveSize", "reason");
    }

    @Test
    void rows_are_neither_changed_nor_removed() {
        for (String sql :
                List.of(
                        "UPDATE cohort.prevalence SET owner = 'x'",
                        "DELETE FROM cohort.prevalence",
                        "TRUNCATE cohort.prevalence")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> CohortDatabase.execute(sql))
                    .withMessageContaining("append-only");
        }
    }

    @Test
    void the_database_holds_no_spread_without_its_numbers() {
        for (String spread : List.of("'EFFECTIVE_SIZE'", "'LOGIT_DEVIATION'", "'ELSE'")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(
                            () ->
                                    CohortDatabase.execute(
                                            "INSERT INTO cohort.prevalence (id, version, measure,"
                                                    + " population, spread, caveat, as_of, owner,"
                                                    + " recorded_at, recorded_by, reason) VALUES ('P900',"
                                                    + " 1, 'm', 'p', "
                                                    + spread
                                                    + ", '', now(), 'o', now(), 'b', 'r')"))
                    .withMessageContaining("spread_has_its_numbers");
        }
    }

    private List<String> refused(Typed typed) {
        return invalid(typed).errors().stream().map(FieldError::field).toList();
    }

    private InvalidInput invalid(Typed typed) {
        return catchThrowableOfType(
                InvalidInput.class, () -> prevalences.add(typed.revision(), ANALYST));
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    private static String event(String id) throws SQLException {
        return value(
                "SELECT event || ' ' || detail FROM cohort.history WHERE subject = '"
                        + id
                        + "' ORDER BY id DESC LIMIT 1");
    }

    private static Typed typed(String population) {
        return new Typed().with("population", "For the test: " + population);
    }
}
