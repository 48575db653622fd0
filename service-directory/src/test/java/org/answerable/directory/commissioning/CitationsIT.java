package org.answerable.directory.commissioning;

import static org.answerable.directory.commissioning.Commissioning.COUNTY;
import static org.answerable.directory.commissioning.Commissioning.DAY;
import static org.answerable.directory.commissioning.Commissioning.EDITOR;
import static org.answerable.directory.commissioning.Commissioning.NEED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.answerable.directory.Actor;
import org.answerable.directory.Citation;
import org.answerable.directory.CitationRequest;
import org.answerable.directory.Citations;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.NotFound;
import org.answerable.directory.PositionStatus;
import org.answerable.directory.PositionTerms;
import org.answerable.directory.Role;
import org.answerable.directory.TestCatalogue;
import org.answerable.directory.Tier;
import org.answerable.directory.citation.KeptCitations;
import org.answerable.directory.store.CitationTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an answer cites of the directory: question 3 of a published case is one of its kind. */
class CitationsIT {

    private static final Actor OFFICER =
            new Actor("off", "Off Icer", "shire-cc", Set.of(Role.OFFICER));
    private static final Actor VISITOR = new Actor("vis", "Visitor", "shire-cc", Set.of());
    private static final CitationRequest TEAM =
            new CitationRequest(List.of(), COUNTY, Tier.SPECIALIST, NEED, DAY);
    private static final String SERVICE = new UUID(1, 1).toString();

    private Commissioning commissioning;
    private TestCatalogue catalogue;

    @AfterEach
    void stop() {
        if (commissioning != null) {
            commissioning.close();
        }
        if (catalogue != null) {
            catalogue.close();
        }
    }

    @Test
    void a_declared_zero_is_stated_with_its_record_and_what_is_not_known_is_not_zero() {
        Citations citations = aboutCommissioning();
        assertThat(citations.make(TEAM, OFFICER).sentence()).contains("not known in 4 of 4");

        declare();
        Citation stated = citations.make(TEAM, OFFICER);

        assertThat(stated.id()).isEqualTo("D-2024-0002");
        assertThat(stated.sentence()).contains("declared as not commissioned in 4 of 4");
        assertThat(stated.rows())
                .filteredOn(row -> row.label().equals("Not commissioned"))
                .extracting(row -> row.cells().get(0))
                .containsExactly("4 of 4");
        assertThat(stated.references())
                .singleElement()
                .satisfies(
                        reference -> {
                            assertThat(reference.record()).startsWith("P-2024-");
                            assertThat(reference.sha256()).hasSize(64);
                        });
        assertThat(citations.differences(stated.id())).isEmpty();
        assertThat(citations.find(stated.id())).isEqualTo(stated);
    }

    @Test
    void what_is_recorded_later_about_that_day_is_told() {
        Citations citations = aboutCommissioning();
        Citation before = citations.make(TEAM, OFFICER);

        declare();

        assertThat(citations.differences(before.id()))
                .anyMatch(d -> d.startsWith("Not commissioned: 0 of 4"))
                .anyMatch(d -> d.startsWith("New: Position P-2024-"));
        assertThat(citations.find(before.id()).sentence()).contains("not known in 4 of 4");
    }

    @Test
    void a_service_is_stated_as_it_was_on_the_day() {
        Citations citations = aboutServices();
        catalogue.load("made", service("Baby group"));
        LocalDate first = LocalDate.of(2026, 3, 2);
        catalogue.clock.forward(java.time.Duration.ofDays(2));
        catalogue.load("made", service("Baby club"));

        Citation then = citations.make(asked(first, SERVICE), OFFICER);
        Citation now = citations.make(asked(first.plusDays(2), SERVICE), OFFICER);

        assertThat(then.rows()).extracting(Citation.Row::label).containsExactly("Baby group");
        assertThat(now.rows()).extracting(Citation.Row::label).containsExactly("Baby club");
        assertThat(then.references().get(0).version()).isEqualTo(1);
        assertThat(citations.differences(then.id())).isEmpty();
        catalogue.editing.erase(SERVICE, "Asked to", TestCatalogue.EDITOR);
        assertThat(citations.differences(then.id())).hasSize(1);
        assertThat(citations.find(then.id())).isEqualTo(then);
    }

    @Test
    void what_cannot_be_stated_is_refused_by_field() {
        Citations citations = aboutServices();
        LocalDate today = LocalDate.of(2026, 3, 2);
        assertThatThrownBy(() -> citations.make(asked(today.plusDays(1), SERVICE), OFFICER))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> citations.make(asked(today, SERVICE), OFFICER))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(
                        () ->
                                citations.make(
                                        new CitationRequest(List.of(), "", null, "", today),
                                        OFFICER))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> citations.make(asked(today, SERVICE), VISITOR))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> citations.find("D-2026-9999")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> citations.find("F-2026-0001")).isInstanceOf(NotFound.class);
    }

    private void declare() {
        commissioning.positions.declare(
                new PositionTerms(
                        "Shire Council",
                        NEED,
                        Tier.SPECIALIST,
                        List.of(COUNTY),
                        LocalDate.of(2023, 4, 1),
                        null,
                        PositionStatus.NOT_COMMISSIONED,
                        PositionTerms.Approach.NONE,
                        List.of(),
                        List.of(),
                        "There is no team.",
                        "Children’s services",
                        LocalDate.of(2024, 2, 1),
                        "Minutes of February 2024"),
                false,
                EDITOR);
    }

    private Citations aboutCommissioning() {
        commissioning = new Commissioning();
        commissioning.clock.now("2024-03-22T09:00:00Z");
        return new KeptCitations(
                new CitationTable(commissioning.database.transactions()),
                null,
                null,
                commissioning.coverage,
                commissioning.clock);
    }

    private Citations aboutServices() {
        catalogue = new TestCatalogue();
        return new KeptCitations(
                new CitationTable(catalogue.transactions),
                catalogue.known,
                catalogue.editorsTable,
                null,
                catalogue.clock);
    }

    private static CitationRequest asked(LocalDate at, String service) {
        return new CitationRequest(List.of(service), "", null, "", at);
    }

    private static String service(String name) {
        return "{\"id\":\""
                + SERVICE
                + "\",\"name\":\""
                + name
                + "\",\"status\":\"active\",\"organization\":{\"id\":\""
                + new UUID(2, 1)
                + "\",\"name\":\"Shire\",\"description\":\"Made\"}}";
    }
}
