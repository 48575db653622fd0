package org.answerable.directory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.answerable.directory.Actor;
import org.answerable.directory.Conflict;
import org.answerable.directory.EditConflict;
import org.answerable.directory.Editing.Saved;
import org.answerable.directory.EditorsView;
import org.answerable.directory.Erased;
import org.answerable.directory.FieldChange;
import org.answerable.directory.FieldError;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.Proposal;
import org.answerable.directory.Role;
import org.answerable.directory.ServiceDraft;
import org.answerable.directory.TestCatalogue;
import org.answerable.directory.VerificationState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Editing with four eyes, versions and the way back. */
class EditingIT {

    private static final Actor EDITOR = TestCatalogue.EDITOR;
    private static final Actor SECOND =
            new Actor("sec", "Second Editor", "shire-cc", Set.of(Role.DIRECTORY_EDITOR));
    private static final Actor PROVIDER =
            new Actor("pro", "Pro Vider", "shire-cc", Set.of(Role.PROVIDER));
    private static final Actor VISITOR = new Actor("vis", "Visitor", "shire-cc", Set.of());
    private static final String ORGANIZATION = new UUID(2, 1).toString();
    private static final String SERVICE = new UUID(1, 1).toString();

    private TestCatalogue catalogue;

    @BeforeEach
    void start() {
        catalogue = new TestCatalogue();
        catalogue.addPostcodes();
        catalogue.load(
                "made",
                """
                {"id":"%s","name":"Baby group","description":"Songs.","status":"active","url":"https://example.org",
                "minimum_age":0,"maximum_age":2,"assured_date":"2026-01-10","x_unknown":{"kept":true},
                "schedules":[{"id":"48102e86-bb50-41c4-8f1e-e269368c41d1","freq":"WEEKLY","byday":"TU,TH",
                "opens_at":"10:00","closes_at":"11:30","notes":"Ring first"}],
                "attributes":[{"id":"58102e86-bb50-41c4-8f1e-e269368c41d1","taxonomy_term":
                {"id":"68102e86-bb50-41c4-8f1e-e269368c41d1","name":"Play","description":"Play"}},
                {"id":"58102e86-bb50-41c4-8f1e-e269368c41d2","taxonomy_term":
                {"id":"68102e86-bb50-41c4-8f1e-e269368c41d2","name":"Babies","description":"Babies"}}],
                "organization":{"id":"%s","name":"Shire Families","description":"Made"}}
                """
                        .formatted(SERVICE, ORGANIZATION)
                        .replace("\n", " "));
    }

    @AfterEach
    void stop() {
        catalogue.close();
    }

    @Test
    void saving_the_form_unchanged_changes_nothing() {
        ServiceDraft same = with(draft(), "Just looking");

        assertThatThrownBy(() -> catalogue.editing.save(same, EDITOR))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        fault -> assertThat(fault.getMessage()).contains("Nothing is different"));
        ServiceDraft inTheOrderOfTheForm =
                new Edit(draft())
                        .terms(
                                List.of(
                                        "68102e86-bb50-41c4-8f1e-e269368c41d2",
                                        "68102e86-bb50-41c4-8f1e-e269368c41d1"))
                        .reason("Just looking")
                        .draft();
        assertThatThrownBy(() -> catalogue.editing.save(inTheOrderOfTheForm, EDITOR))
                .hasMessageContaining("Nothing is different");
        assertThat(draft().hours()).isEqualTo("Tuesdays and Thursdays, 10:00 to 11:30");
        assertThat(draft().ageTo()).isEqualTo("35");
    }

    @Test
    void a_new_name_is_public_when_another_editor_has_approved_it() {
        Saved saved = catalogue.editing.save(named("Baby club", "Renamed"), EDITOR);

        assertThat(saved.published()).isFalse();
        assertThat(name()).isEqualTo("Baby group");
        String proposal = saved.proposal().orElseThrow();
        assertThatThrownBy(() -> catalogue.editing.approve(proposal, EDITOR))
                .isInstanceOf(NotAllowed.class);
        Proposal waiting = catalogue.editing.proposal(proposal, SECOND);
        assertThat(waiting.changes())
                .containsExactly(new FieldChange("Name", "Baby group", "Baby club"));

        catalogue.editing.approve(proposal, SECOND);

        assertThat(name()).isEqualTo("Baby club");
        EditorsView view = catalogue.editing.service(SERVICE, EDITOR);
        assertThat(view.versions()).hasSize(2);
        assertThat(view.versions().get(0).author()).isEqualTo("edi");
        assertThat(view.versions().get(0).approver()).isEqualTo("sec");
        assertThat(view.versions().get(0).difference())
                .isEqualTo("Name: “Baby group” → “Baby club”");
        assertThatThrownBy(() -> catalogue.editing.approve(proposal, SECOND))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void what_the_form_does_not_show_is_kept() {
        approve(catalogue.editing.save(named("Baby club", "Renamed"), EDITOR));

        String item = catalogue.feed.service(SERVICE);
        assertThat(item).contains("\"x_unknown\":{\"kept\":true}", "Ring first");
    }

    @Test
    void a_telephone_number_goes_out_at_once() {
        ServiceDraft d = draft();
        Saved saved =
                catalogue.editing.save(
                        new Edit(d).phones("01632 960123 (office)").reason("New number").draft(),
                        EDITOR);

        assertThat(saved.published()).isTrue();
        assertThat(catalogue.feed.service(SERVICE)).contains("01632 960123");
    }

    @Test
    void two_editors_at_once_get_both_sides_and_nothing_is_lost() {
        ServiceDraft first = named("Baby club", "Renamed");
        ServiceDraft second = named("Baby choir", "Renamed, too");
        approve(catalogue.editing.save(first, EDITOR));

        assertThatThrownBy(() -> catalogue.editing.save(second, SECOND))
                .isInstanceOfSatisfying(
                        EditConflict.class,
                        conflict -> {
                            assertThat(conflict.current()).isEqualTo(2);
                            assertThat(conflict.theirs())
                                    .containsExactly(
                                            new FieldChange("Name", "Baby group", "Baby club"));
                        });
    }

    @Test
    void a_proposal_on_an_older_version_cannot_be_approved() {
        Saved older = catalogue.editing.save(named("Older", "x"), EDITOR);
        catalogue.editing.save(
                new Edit(draft()).phones("01632 960124").reason("New number").draft(), SECOND);

        assertThatThrownBy(() -> catalogue.editing.approve(older.proposal().orElseThrow(), SECOND))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Send it back");
    }

    @Test
    void a_proposal_is_sent_back_with_a_note_and_taken_back_by_its_author_only() {
        String id =
                catalogue
                        .editing
                        .save(named("Baby club", "Renamed"), EDITOR)
                        .proposal()
                        .orElseThrow();

        assertThatThrownBy(() -> catalogue.editing.sendBack(id, " ", SECOND))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> catalogue.editing.withdraw(id, SECOND))
                .isInstanceOf(NotAllowed.class);
        catalogue.editing.sendBack(id, "Say why", SECOND);

        Proposal back = catalogue.editing.proposal(id, EDITOR);
        assertThat(back.state()).isEqualTo("returned");
        assertThat(back.note()).isEqualTo("Say why");
        assertThat(catalogue.editing.waiting(SECOND)).isEmpty();
    }

    @Test
    void a_member_changes_the_records_of_the_own_organisation_only() {
        assertThatThrownBy(() -> catalogue.editing.service(SERVICE, PROVIDER))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> catalogue.editing.service(SERVICE, VISITOR))
                .isInstanceOf(NotAllowed.class);
        catalogue.editing.member(ORGANIZATION, "pro", true, EDITOR);

        Saved saved = catalogue.editing.save(named("Ours", "Renamed"), PROVIDER);
        catalogue.editing.approve(saved.proposal().orElseThrow(), EDITOR);

        assertThat(name()).isEqualTo("Ours");
        assertThat(catalogue.editorsTable.status(SERVICE).orElseThrow().provenance()).isEqualTo(1);
        catalogue.editing.member(ORGANIZATION, "pro", false, EDITOR);
        assertThatThrownBy(() -> catalogue.editing.service(SERVICE, PROVIDER))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void an_earlier_version_comes_back_the_same_way() {
        approve(catalogue.editing.save(named("Baby club", "Renamed"), EDITOR));

        approve(catalogue.editing.restore(SERVICE, 1, "", EDITOR));

        assertThat(name()).isEqualTo("Baby group");
        assertThat(catalogue.editing.service(SERVICE, EDITOR).versions().get(0).reason())
                .isEqualTo("Back to version 1");
    }

    @Test
    void still_correct_is_one_step_and_starts_the_cycle_anew() {
        assertThat(catalogue.editing.service(SERVICE, EDITOR).verification())
                .isEqualTo(VerificationState.VERIFIED);
        catalogue.clock.forward(java.time.Duration.ofDays(50));
        assertThat(catalogue.editing.service(SERVICE, EDITOR).verification())
                .isEqualTo(VerificationState.DUE);

        catalogue.editing.confirm(SERVICE, EDITOR);

        EditorsView view = catalogue.editing.service(SERVICE, EDITOR);
        assertThat(view.verification()).isEqualTo(VerificationState.VERIFIED);
        assertThat(catalogue.feed.service(SERVICE)).contains("\"assured_date\":\"2026-04-21\"");
    }

    @Test
    void an_erased_service_is_gone_in_all_versions_and_its_id_says_so() {
        assertThatThrownBy(() -> catalogue.editing.erase(SERVICE, "", EDITOR))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> catalogue.editing.erase(SERVICE, "Asked to", PROVIDER))
                .isInstanceOf(NotAllowed.class);

        catalogue.editing.erase(SERVICE, "Asked to", EDITOR);

        assertThatThrownBy(() -> catalogue.feed.service(SERVICE)).isInstanceOf(Erased.class);
        assertThat(
                        catalogue.database.value(
                                "SELECT count(*) FROM directory.version WHERE kind = 'service' AND document <> '{}'"))
                .isEqualTo("0");
        assertThat(
                        catalogue.database.value(
                                "SELECT count(*) FROM directory.raw_record WHERE document <> '{}'"))
                .isEqualTo("0");
        assertThatThrownBy(
                        () ->
                                catalogue.database.execute(
                                        "UPDATE directory.version SET document = '{}' WHERE kind = 'organization'"))
                .hasMessageContaining("append-only");
    }

    @Test
    void a_text_that_names_a_confidential_place_is_refused() {
        ServiceDraft.Place refuge =
                new ServiceDraft.Place("House", "7 Hidden Lane", "Town", "LN1 1AC", true);
        approve(
                catalogue.editing.save(
                        new Edit(draft()).place(refuge).reason("A place").draft(), EDITOR));
        assertThat(catalogue.feed.service(SERVICE)).doesNotContain("Hidden", "1AC", "House");

        for (String telling : List.of("Come to ln11ac.", "We are at 7 HIDDEN lane.")) {
            assertThatThrownBy(
                            () ->
                                    catalogue.editing.save(
                                            new Edit(draft())
                                                    .description(telling)
                                                    .reason("Told")
                                                    .draft(),
                                            EDITOR))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            fault ->
                                    assertThat(fault.errors())
                                            .extracting(FieldError::field)
                                            .containsExactly("description"));
        }
    }

    @Test
    void every_fault_of_a_draft_is_named_at_once() {
        ServiceDraft bad =
                new Edit(draft())
                        .name(" ")
                        .url("example.org")
                        .phones("ring us")
                        .hours("Someday 25:00 to 26:00")
                        .ages("3", "1")
                        .reason("")
                        .draft();

        assertThatThrownBy(() -> catalogue.editing.save(bad, EDITOR))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        fault ->
                                assertThat(fault.errors())
                                        .extracting(FieldError::field)
                                        .containsExactlyInAnyOrder(
                                                "name", "ageTo", "url", "phones", "hours",
                                                "reason"));
    }

    @Test
    void a_new_service_with_a_new_organisation_appears_when_approved() {
        ServiceDraft fresh =
                new Edit(catalogue.editing.blank(EDITOR).draft())
                        .newOrganization("New Friends")
                        .name("Choir")
                        .description("Songs for all.")
                        .reason("They asked")
                        .draft();

        Saved saved = catalogue.editing.save(fresh, EDITOR);
        assertThat(catalogue.services("search", "choir")).contains("\"total_items\":0");
        approve(saved);

        assertThat(catalogue.services("search", "choir"))
                .contains("\"total_items\":1", "New Friends");
    }

    @Test
    void the_list_of_editors_counts_by_state() {
        assertThat(
                        catalogue
                                .editing
                                .services("", null, 1, 50, EDITOR)
                                .counts()
                                .get(VerificationState.VERIFIED))
                .isEqualTo(1);
        assertThat(catalogue.editing.services("baby", VerificationState.DUE, 1, 50, EDITOR).lines())
                .isEmpty();
        assertThat(catalogue.editing.services("", null, 1, 50, PROVIDER).lines()).isEmpty();
    }

    private void approve(Saved saved) {
        catalogue.editing.approve(saved.proposal().orElseThrow(), SECOND);
    }

    private String name() {
        return catalogue.directory.service(SERVICE).orElseThrow().name();
    }

    private ServiceDraft draft() {
        return catalogue.editing.service(SERVICE, EDITOR).draft();
    }

    private ServiceDraft named(String name, String reason) {
        return new Edit(draft()).name(name).reason(reason).draft();
    }

    private static ServiceDraft with(ServiceDraft d, String reason) {
        return new Edit(d).reason(reason).draft();
    }

    /** A draft with some fields typed over. */
    private static final class Edit {

        private final ServiceDraft d;
        private String name;
        private String description;
        private String newOrganization;
        private String ageFrom;
        private String ageTo;
        private String url;
        private String phones;
        private String hours;
        private ServiceDraft.Place place;
        private String reason;
        private List<String> terms;

        Edit(ServiceDraft d) {
            this.d = d;
            name = d.name();
            description = d.description();
            newOrganization = d.newOrganization();
            ageFrom = d.ageFrom();
            ageTo = d.ageTo();
            url = d.url();
            phones = d.phones();
            hours = d.hours();
            reason = d.reason();
            terms = d.terms();
        }

        Edit terms(List<String> ticked) {
            terms = ticked;
            return this;
        }

        Edit name(String typed) {
            name = typed;
            return this;
        }

        Edit description(String typed) {
            description = typed;
            return this;
        }

        Edit newOrganization(String typed) {
            newOrganization = typed;
            return this;
        }

        Edit ages(String from, String to) {
            ageFrom = from;
            ageTo = to;
            return this;
        }

        Edit url(String typed) {
            url = typed;
            return this;
        }

        Edit phones(String typed) {
            phones = typed;
            return this;
        }

        Edit hours(String typed) {
            hours = typed;
            return this;
        }

        Edit place(ServiceDraft.Place typed) {
            place = typed;
            return this;
        }

        Edit reason(String typed) {
            reason = typed;
            return this;
        }

        ServiceDraft draft() {
            return new ServiceDraft(
                    d.id(),
                    d.base(),
                    d.organization(),
                    newOrganization,
                    name,
                    description,
                    d.status(),
                    d.alert(),
                    ageFrom,
                    ageTo,
                    d.ageUnit(),
                    d.weekFrom(),
                    d.weekTo(),
                    d.eligibility(),
                    d.referral(),
                    d.cost(),
                    d.free(),
                    url,
                    d.email(),
                    phones,
                    hours,
                    d.attending(),
                    terms,
                    d.areas(),
                    d.languages(),
                    d.places(),
                    place,
                    d.tier(),
                    d.leadProfession(),
                    d.capacityUnit(),
                    d.capacityAvailable(),
                    d.capacityMaximum(),
                    d.internal(),
                    reason);
        }
    }
}
