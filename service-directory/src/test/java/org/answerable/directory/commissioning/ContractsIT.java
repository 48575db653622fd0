package org.answerable.directory.commissioning;

import static org.answerable.directory.commissioning.Commissioning.BOSTON;
import static org.answerable.directory.commissioning.Commissioning.COUNTY;
import static org.answerable.directory.commissioning.Commissioning.EDITOR;
import static org.answerable.directory.commissioning.Commissioning.LINCOLN;
import static org.answerable.directory.commissioning.Commissioning.line;
import static org.answerable.directory.commissioning.Commissioning.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.answerable.directory.Actor;
import org.answerable.directory.CapacityUnit;
import org.answerable.directory.CohortWindow;
import org.answerable.directory.Conflict;
import org.answerable.directory.Contract;
import org.answerable.directory.ContractLine;
import org.answerable.directory.ContractState;
import org.answerable.directory.ContractTerms;
import org.answerable.directory.FieldError;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.NotFound;
import org.answerable.directory.Role;
import org.answerable.directory.Tier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContractsIT {

    private static Commissioning it;

    @BeforeAll
    static void start() {
        it = new Commissioning();
    }

    @AfterAll
    static void stop() {
        it.close();
    }

    @BeforeEach
    void empty() {
        it.empty();
    }

    @Test
    void a_contract_is_kept_as_it_was_recorded() {
        String reference = it.contract(line(Tier.SPECIALIST, "clinical-psychologist", COUNTY));

        Contract kept = it.contracts.find(reference, Instant.MAX, EDITOR).orElseThrow();

        assertThat(reference).isEqualTo("K-2024-0001");
        assertThat(kept.version()).isEqualTo(1);
        assertThat(kept.terms().valueAYear()).isEqualByComparingTo("250000");
        assertThat(kept.terms().lines()).hasSize(1);
        ContractLine line = kept.terms().lines().get(0);
        assertThat(line.number()).isEqualTo(1);
        assertThat(line.cohort().words())
                .isEqualTo("week 20 to 45 of pregnancy, and 0 to 23 months");
        assertThat(line.wte()).isEqualByComparingTo("1.5");
        assertThat(line.capacity().words()).isEqualTo("120 family places a year funded");
        assertThat(
                        it.database.value(
                                "SELECT event || ' ' || subject || ' ' || actor FROM directory.history"
                                        + " ORDER BY id DESC LIMIT 1"))
                .isEqualTo("CONTRACT_ADDED K-2024-0001 edi");
    }

    @Test
    void a_revision_leaves_the_version_before_as_it_was() {
        String reference = it.contract(line(Tier.SPECIALIST, "clinical-psychologist", COUNTY));
        Contract first = it.contracts.find(reference, Instant.MAX, EDITOR).orElseThrow();
        it.clock.now("2024-06-01T09:00:00Z");
        ContractLine narrower =
                numbered(1, line(Tier.SPECIALIST, "clinical-psychologist", LINCOLN));

        it.contracts.revise(reference, 1, terms(narrower), "Boston was never served", EDITOR);

        Contract then =
                it.contracts
                        .find(reference, Instant.parse("2024-05-01T00:00:00Z"), EDITOR)
                        .orElseThrow();
        Contract now = it.contracts.find(reference, Instant.MAX, EDITOR).orElseThrow();
        assertThat(then).isEqualTo(first);
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.reason()).isEqualTo("Boston was never served");
        assertThat(it.contracts.changes(then, now))
                .containsExactly("Line 1, areas: E10000019 became E07000138");
        assertThat(it.contracts.versions(reference, EDITOR)).hasSize(2);
        assertThat(it.contracts.find(reference, Instant.parse("2024-01-01T00:00:00Z"), EDITOR))
                .isEmpty();
    }

    @Test
    void versions_refuse_to_be_changed_by_anybody() {
        it.contract(line(Tier.TARGETED, null, COUNTY));

        for (String table :
                List.of(
                        "contract_version",
                        "contract_line",
                        "contract_team",
                        "contract_commissioner")) {
            assertThatThrownBy(() -> it.database.execute("DELETE FROM directory." + table))
                    .hasStackTraceContaining("directory." + table + " is append-only");
        }
    }

    @Test
    void two_editors_at_once_do_not_overwrite_each_other() {
        String reference = it.contract(line(Tier.TARGETED, null, COUNTY));
        ContractTerms change = terms(numbered(1, line(Tier.TARGETED, null, LINCOLN)));
        it.contracts.revise(reference, 1, change, "First", EDITOR);

        assertThatThrownBy(() -> it.contracts.revise(reference, 1, change, "Second", EDITOR))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Somebody recorded another version");
    }

    @Test
    void a_contract_stands_by_its_dates() {
        ContractTerms terms =
                withDates(
                        LocalDate.of(2023, 4, 1),
                        LocalDate.of(2024, 3, 31),
                        LocalDate.of(2025, 3, 31),
                        null);
        assertThat(terms.stateOn(LocalDate.of(2023, 3, 31))).isEqualTo(ContractState.PLANNED);
        assertThat(terms.stateOn(LocalDate.of(2023, 4, 1))).isEqualTo(ContractState.LIVE);
        assertThat(terms.stateOn(LocalDate.of(2024, 3, 31))).isEqualTo(ContractState.LIVE);
        assertThat(terms.stateOn(LocalDate.of(2024, 4, 1))).isEqualTo(ContractState.IN_EXTENSION);
        assertThat(terms.stateOn(LocalDate.of(2025, 4, 1))).isEqualTo(ContractState.ENDED);
        ContractTerms stopped =
                withDates(LocalDate.of(2023, 4, 1), null, null, LocalDate.of(2023, 9, 1));
        assertThat(stopped.stateOn(LocalDate.of(2023, 8, 31))).isEqualTo(ContractState.LIVE);
        assertThat(stopped.stateOn(LocalDate.of(2023, 9, 1))).isEqualTo(ContractState.TERMINATED);
    }

    @Test
    void every_fault_of_a_contract_is_named_at_once() {
        ContractLine faulty =
                new ContractLine(
                        0,
                        List.of(),
                        new CohortWindow(30, 20, 24, 12),
                        "nothing",
                        Tier.SPECIALIST,
                        " ",
                        null,
                        List.of(new ContractLine.Member("wizard", null)),
                        new ContractLine.Capacity(
                                CapacityUnit.APPOINTMENT,
                                BigDecimal.ONE,
                                new BigDecimal("-1"),
                                true),
                        LocalDate.of(2022, 1, 1),
                        LocalDate.of(2021, 1, 1));
        ContractTerms terms =
                new ContractTerms(
                        "",
                        List.of(),
                        null,
                        List.of(),
                        List.of("no-such-service"),
                        LocalDate.of(2023, 4, 1),
                        LocalDate.of(2022, 4, 1),
                        LocalDate.of(2021, 4, 1),
                        LocalDate.of(2020, 4, 1),
                        new BigDecimal("-5"),
                        null,
                        null,
                        List.of(faulty));

        assertThat(faults(terms))
                .contains(
                        "title",
                        "commissioners",
                        "provider",
                        "services",
                        "ends",
                        "extensionUntil",
                        "terminatedOn",
                        "valueAYear",
                        "lines[0].areas",
                        "lines[0].weeksTo",
                        "lines[0].monthsTo",
                        "lines[0].need",
                        "lines[0].tierReason",
                        "lines[0].leadProfession",
                        "lines[0].team",
                        "lines[0].funded",
                        "lines[0].from",
                        "lines[0].to");
        assertThat(it.database.value("SELECT count(*) FROM directory.contract")).isEqualTo("0");
    }

    @Test
    void areas_of_another_vintage_or_unknown_are_refused_by_their_code() {
        it.database.execute(
                "INSERT INTO directory.area (code, name, kind, valid_to) VALUES ('E01009999', 'Old', 'LSOA11',"
                        + " NULL), ('E07009999', 'Gone', 'DISTRICT', '2020-04-01') ON CONFLICT DO NOTHING");

        assertThat(messages(terms(line(Tier.TARGETED, null, "E01009999"))))
                .containsExactly("E01009999 is an LSOA of 2011. Use those of 2021");
        assertThat(messages(terms(line(Tier.TARGETED, null, "E07009999"))))
                .containsExactly("E07009999 has not been in use since 2020-04-01");
        assertThat(messages(terms(line(Tier.TARGETED, null, "E06000001"))))
                .containsExactly(
                        "E06000001 is not known here. Check it, or load its look-up first");
        assertThat(messages(terms(line(Tier.TARGETED, null, "Lincoln"))))
                .containsExactly("\"LINCOLN\" is no code: nine characters are expected");
    }

    @Test
    void a_line_stays_within_its_contract() {
        ContractLine late = line(Tier.TARGETED, null, COUNTY);
        ContractLine beyond =
                new ContractLine(
                        0,
                        late.areas(),
                        late.cohort(),
                        late.need(),
                        late.tier(),
                        late.tierReason(),
                        null,
                        List.of(),
                        null,
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2026, 1, 1));
        assertThat(messages(terms(beyond))).containsExactly("The contract ends on 2025-03-31");
    }

    @Test
    void a_contract_does_not_say_the_same_twice() {
        assertThat(
                        faults(
                                terms(
                                        line(Tier.TARGETED, null, COUNTY),
                                        line(Tier.TARGETED, null, COUNTY))))
                .containsExactly("lines[1].areas");
    }

    @Test
    void lines_of_two_contracts_that_reach_the_same_families_are_reported() {
        String one = it.contract(line(Tier.TARGETED, null, COUNTY));
        String other = it.contract(line(Tier.TARGETED, null, BOSTON));
        it.contract(line(Tier.UNIVERSAL, null, BOSTON));

        assertThat(it.contracts.overlaps(one, EDITOR))
                .singleElement()
                .asString()
                .contains(one + "/1", other + "/1", "2 neighbourhoods", "not added up");
        assertThat(it.contracts.overlaps(other, EDITOR)).hasSize(1);
    }

    @Test
    void only_editors_read_contracts_and_only_their_own_authority_sees_the_value() {
        String reference = it.contract(line(Tier.TARGETED, null, COUNTY));
        Actor reader = new Actor("r", "R", "shire-cc", Set.of());
        Actor neighbour = new Actor("n", "N", "other-cc", Set.of(Role.DIRECTORY_EDITOR));

        assertThatThrownBy(() -> it.contracts.all(reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> it.contracts.find(reference, Instant.MAX, reader))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> it.contracts.add(terms(), false, reader))
                .isInstanceOf(NotAllowed.class);
        assertThat(it.contracts.all(neighbour).get(0).terms().valueAYear()).isNull();
        assertThat(it.contracts.versions(reference, neighbour).get(0).terms().valueAYear())
                .isNull();
        assertThatThrownBy(() -> it.contracts.revise(reference, 1, terms(), "Mine now", neighbour))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> it.contracts.revise("K-1999-0001", 1, terms(), "None", EDITOR))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> it.contracts.revise(reference, 1, terms(), " ", EDITOR))
                .isInstanceOf(InvalidInput.class);
    }

    private static ContractLine numbered(int number, ContractLine line) {
        return new ContractLine(
                number,
                line.areas(),
                line.cohort(),
                line.need(),
                line.tier(),
                line.tierReason(),
                line.leadProfession(),
                line.team(),
                line.capacity(),
                line.from(),
                line.to());
    }

    private static ContractTerms withDates(
            LocalDate starts, LocalDate ends, LocalDate extension, LocalDate terminated) {
        return new ContractTerms(
                "T",
                List.of(),
                ContractTerms.Party.named("P"),
                List.of(),
                List.of(),
                starts,
                ends,
                extension,
                terminated,
                null,
                null,
                null,
                List.of());
    }

    private static List<String> faults(ContractTerms terms) {
        return errors(terms).stream().map(FieldError::field).distinct().toList();
    }

    private static List<String> messages(ContractTerms terms) {
        return errors(terms).stream().map(FieldError::message).toList();
    }

    private static List<FieldError> errors(ContractTerms terms) {
        return catchThrowableOfType(
                        InvalidInput.class, () -> it.contracts.add(terms, false, EDITOR))
                .errors();
    }
}
