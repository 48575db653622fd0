package org.answerable.directory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.answerable.directory.Actor;
import org.answerable.directory.Directory;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NewService;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.Role;
import org.answerable.directory.ServicePage;
import org.answerable.directory.ServiceView;
import org.answerable.directory.store.ServiceCatalogue;
import org.answerable.directory.store.Transactions;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CataloguedDirectoryIT {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final Actor EDITOR =
            new Actor("edi", "Edi Tor", "shire-cc", Set.of(Role.DIRECTORY_EDITOR));

    private static EmbeddedPostgres postgres;
    private static DataSource dataSource;
    private static Directory directory;
    private static String babyGroup;

    @BeforeAll
    static void fill() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        dataSource = postgres.getPostgresDatabase();
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("directory")
                .locations("classpath:db/directory")
                .load()
                .migrate();
        ServiceCatalogue catalogue = new ServiceCatalogue(new Transactions(dataSource));
        directory =
                new CataloguedDirectory(
                        catalogue,
                        new AddService(catalogue, Clock.fixed(NOW, ZoneId.of("Europe/London"))));
        babyGroup =
                add(
                        "Baby group",
                        "Songs for babies and parents.",
                        "active",
                        "Shire Families",
                        "Boston");
        add(
                "Feeding support",
                "Help with breastfeeding at home.",
                "active",
                "SHIRE families",
                "Lincoln");
        add("Toddler swim", "100% fun in the pool.", "temporarily closed", "Pool Trust", "Lincoln");
        add("Old group", "Songs, no longer sung.", "defunct", "Pool Trust", "Lincoln");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void a_service_is_shown_with_its_organisation_and_places() {
        ServiceView service = directory.service(babyGroup).orElseThrow();
        assertThat(UUID.fromString(service.id())).hasToString(babyGroup);
        assertThat(service.organization().name()).isEqualTo("Shire Families");
        assertThat(service.ages()).isEqualTo("from birth to 2 years");
        assertThat(service.demonstration()).isTrue();
        assertThat(service.lastModified()).isEqualTo(NOW);
        assertThat(service.locations()).hasSize(1);
        assertThat(service.locations().get(0).postcode()).isEqualTo("LN1 1YL");
        assertThat(service.locations().get(0).latitude()).isEqualTo(53.23);
    }

    @Test
    void words_are_found_in_any_form_and_parts_of_names_too() {
        assertThat(names("baby")).containsExactly("Baby group");
        assertThat(names("song")).containsExactly("Baby group");
        assertThat(names("toddl")).containsExactly("Toddler swim");
        assertThat(names("LINCOLN")).containsExactly("Feeding support", "Toddler swim");
        assertThat(names("ln1 1")).hasSize(3);
        assertThat(names("Shire Fam")).containsExactly("Baby group", "Feeding support");
    }

    @Test
    void signs_of_patterns_and_queries_are_plain_text() {
        assertThat(names("100%")).containsExactly("Toddler swim");
        assertThat(names("%")).containsExactly("Toddler swim");
        assertThat(names("_")).isEmpty();
        assertThat(names("\"unclosed & | ! '")).isEmpty();
        assertThat(names("ba\0by' OR 1=1 --")).isEmpty();
    }

    @Test
    void services_that_ended_are_not_found_but_keep_their_page() {
        assertThat(names("sung")).isEmpty();
        String ended = add("Ended", "Gone.", "inactive", "Pool Trust", "Lincoln");
        assertThat(names("Ended")).isEmpty();
        assertThat(directory.service(ended)).isPresent();
    }

    @Test
    void pages_follow_on_in_order_of_the_name() {
        ServicePage first = directory.search(null, 1, 2);
        ServicePage second = directory.search("", 2, 2);
        assertThat(first.total()).isEqualTo(3);
        assertThat(first.pages()).isEqualTo(2);
        assertThat(first.items())
                .extracting(ServiceView::name)
                .containsExactly("Baby group", "Feeding support");
        assertThat(second.items()).extracting(ServiceView::name).containsExactly("Toddler swim");
    }

    @Test
    void pages_and_searches_have_limits() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> directory.search("", 0, 10));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> directory.search("", 1, 201));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> directory.search("x".repeat(201), 1, 10));
    }

    @Test
    void an_organisation_is_kept_once_whatever_the_case_of_its_name() throws SQLException {
        assertThat(
                        value(
                                "SELECT count(*) FROM directory.organization WHERE lower(name) = 'shire families'"))
                .isEqualTo("1");
    }

    @Test
    void an_unknown_id_names_nothing() {
        assertThat(directory.service("no-such-id")).isEmpty();
        assertThat(directory.service("\0")).isEmpty();
        assertThat(directory.service(null)).isEmpty();
    }

    @Test
    void only_editors_add() {
        Actor reader = new Actor("r", "R", "shire-cc", Set.of());
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> directory.add(service("A", "B", "active", "C", "D"), reader));
    }

    @Test
    void the_history_names_the_editor_and_is_never_changed() throws SQLException {
        assertThat(
                        value(
                                "SELECT event || ' ' || actor FROM directory.history WHERE subject = '"
                                        + babyGroup
                                        + "'"))
                .isEqualTo("SERVICE_ADDED edi");
        for (String change :
                List.of(
                        "DELETE FROM directory.history",
                        "UPDATE directory.history SET actor = 'x'",
                        "TRUNCATE directory.history")) {
            assertThatThrownBy(() -> value(change)).hasMessageContaining("append-only");
        }
    }

    private static List<String> names(String text) {
        return directory.search(text, 1, 50).items().stream().map(ServiceView::name).toList();
    }

    private static String add(
            String name, String description, String status, String organization, String district) {
        return directory
                .add(service(name, description, status, organization, district), EDITOR)
                .id();
    }

    private static NewService service(
            String name, String description, String status, String organization, String district) {
        return new NewService(
                organization,
                null,
                name,
                description,
                status,
                0,
                24,
                null,
                null,
                null,
                null,
                true,
                List.of(
                        new NewService.Place(
                                "Hall", "1 High Street", district, "LN1 1YL", 53.23, -0.54)));
    }

    private static String value(String sql) throws SQLException {
        try (Connection c = dataSource.getConnection();
                Statement s = c.createStatement();
                ResultSet row = s.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
