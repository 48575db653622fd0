package org.answerable.directory.assurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.directory.Confirmations;
import org.answerable.directory.NotFound;
import org.answerable.directory.OwnerMail;
import org.answerable.directory.TestCatalogue;
import org.answerable.directory.Upkeep;
import org.answerable.directory.catalogue.ConfirmService;
import org.answerable.directory.catalogue.EditingRights;
import org.answerable.directory.catalogue.PublishService;
import org.answerable.directory.store.ServiceRows;
import org.answerable.directory.store.VerificationTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cycle of verification, day by day. */
class DailyRoundIT {

    private static final Pattern LINK =
            Pattern.compile("https://dir\\.example/services/confirm/(\\S+)");

    private record Sent(String mailbox, String subject, String body) {}

    private final List<Sent> sent = new ArrayList<>();
    private boolean serverUp = true;
    private TestCatalogue catalogue;
    private Upkeep upkeep;
    private Confirmations confirmations;

    @BeforeEach
    void start() {
        catalogue = new TestCatalogue();
        VerificationTable table =
                new VerificationTable(catalogue.transactions, new ServiceRows(catalogue.geography));
        OwnerMail mail =
                new OwnerMail() {
                    @Override
                    public boolean configured() {
                        return true;
                    }

                    @Override
                    public String siteAddress() {
                        return "https://dir.example";
                    }

                    @Override
                    public Optional<String> team() {
                        return Optional.of("team@example.org");
                    }

                    @Override
                    public Optional<String> send(String mailbox, String subject, String body) {
                        if (!serverUp) {
                            return Optional.of("not reached");
                        }
                        sent.add(new Sent(mailbox, subject, body));
                        return Optional.empty();
                    }
                };
        upkeep = new DailyRound(table, catalogue.publication, mail, catalogue.clock);
        confirmations =
                new MailedConfirmations(
                        table,
                        catalogue.directory,
                        new ConfirmService(
                                catalogue.known,
                                new PublishService(
                                        catalogue.publication,
                                        catalogue.editorsTable,
                                        catalogue.clock),
                                new EditingRights(catalogue.editorsTable),
                                catalogue.clock),
                        catalogue.clock);
        // The clock of the tests begins on 2 March 2026.
        catalogue.load(
                "made", service(1, "One", "a@example.org") + service(2, "Two", "a@example.org"));
    }

    @AfterEach
    void stop() {
        catalogue.close();
    }

    @Test
    void reminders_come_after_weeks_after_half_a_year_and_after_a_year_and_only_once() {
        List<Integer> told = new ArrayList<>();
        int today = 0;
        for (int day :
                new int[] {
                    0, 75, 76, 77, 90, 91, 92, 104, 105, 106, 118, 119, 120, 181, 182, 183, 364,
                    365, 366
                }) {
            catalogue.clock.forward(Duration.ofDays(day - today));
            today = day;
            int before = sent.size();
            upkeep.round();
            upkeep.round();
            upkeep.sendMail();
            if (sent.size() > before) {
                told.add(day);
            }
        }
        assertThat(told).containsExactly(76, 91, 105, 119, 182, 365);
        assertThat(sent)
                .filteredOn(mail -> mail.mailbox().equals("team@example.org"))
                .singleElement()
                .satisfies(
                        mail -> assertThat(mail.body()).contains("One", "kept by a@example.org"));
        assertThat(sent.get(0).subject()).isEqualTo("Are these 2 services still correct?");
        assertThat(sent.get(0).body()).contains("One", "Two", "2 March 2026");
        assertThat(
                        catalogue.database.value(
                                "SELECT count(*) FROM directory.owner_mail WHERE body <> ''"))
                .isEqualTo("0");
    }

    @Test
    void a_link_shows_first_and_confirms_once_by_the_button() {
        catalogue.clock.forward(Duration.ofDays(91));
        upkeep.round();
        upkeep.sendMail();
        String token = token(sent.get(0).body());

        assertThat(confirmations.service(token).name()).isEqualTo("One");
        assertThat(confirmations.service(token).assured()).hasToString("2026-03-02");
        String id = confirmations.confirm(token);

        assertThat(catalogue.directory.service(id).orElseThrow().assured())
                .hasToString("2026-06-01");
        assertThat(catalogue.directory.service(id).orElseThrow().freshness().provenance())
                .isEqualTo(1);
        assertThatThrownBy(() -> confirmations.service(token)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> confirmations.confirm(token)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> confirmations.confirm("nonsense")).isInstanceOf(NotFound.class);
        assertThat(
                        catalogue.database.value(
                                "SELECT actor FROM directory.history ORDER BY id DESC LIMIT 1"))
                .isEqualTo("link to a@example.org");
    }

    @Test
    void a_link_ends_after_sixty_days() {
        catalogue.clock.forward(Duration.ofDays(91));
        upkeep.round();
        upkeep.sendMail();
        String token = token(sent.get(0).body());
        catalogue.clock.forward(Duration.ofDays(61));

        assertThatThrownBy(() -> confirmations.service(token)).isInstanceOf(NotFound.class);
    }

    @Test
    void after_a_year_a_service_is_out_of_the_list_and_comes_back_when_checked() {
        catalogue.clock.forward(Duration.ofDays(364));
        upkeep.round();
        assertThat(catalogue.services()).contains("\"total_items\":2");

        catalogue.clock.forward(Duration.ofDays(1));
        upkeep.round();
        assertThat(catalogue.services()).contains("\"total_items\":0");
        assertThat(catalogue.feed.service(new UUID(1, 1).toString()))
                .contains("\"status\":\"active\"");

        catalogue.editing.confirm(new UUID(1, 1).toString(), TestCatalogue.EDITOR);
        assertThat(catalogue.services()).contains("\"total_items\":1");
    }

    @Test
    void opening_hours_are_written_ahead_again_before_they_run_out() {
        catalogue.clock.forward(Duration.ofDays(60));
        upkeep.round();

        assertThat(catalogue.services("day", "WE")).contains("\"total_items\":2");
        assertThat(catalogue.services("modified_after", "2026-03-03"))
                .contains("\"total_items\":0");
    }

    @Test
    void mail_that_is_not_taken_is_tried_again_and_then_given_up() {
        serverUp = false;
        catalogue.clock.forward(Duration.ofDays(91));
        upkeep.round();
        for (int hour = 0; hour < 10; hour++) {
            upkeep.sendMail();
            catalogue.clock.forward(Duration.ofMinutes(61));
        }
        assertThat(
                        catalogue.database.value(
                                "SELECT attempts || ' ' || message FROM directory.owner_mail WHERE failed_at IS NOT NULL"))
                .isEqualTo("8 not reached");
    }

    private static String token(String body) {
        Matcher link = LINK.matcher(body);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String service(int number, String name, String mailbox) {
        return "{\"id\":\""
                + new UUID(1, number)
                + "\",\"name\":\""
                + name
                + "\",\"status\":\"active\",\"assured_date\":\"2026-03-02\",\"assurer_email\":\""
                + mailbox
                + "\",\"schedules\":[{\"freq\":\"WEEKLY\",\"byday\":\"WE\",\"opens_at\":\"10:00\",\"closes_at\":\"11:00\"}],"
                + "\"organization\":{\"id\":\""
                + new UUID(2, 1)
                + "\",\"name\":\"Shire\",\"description\":\"Made\"}}\n";
    }
}
