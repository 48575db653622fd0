package org.answerable.web.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Set;
import org.answerable.directory.Actor;
import org.answerable.directory.Directory;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NewService;
import org.answerable.directory.NewService.Place;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.Role;
import org.answerable.directory.ServiceView;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The service directory in the server. */
@ExtendWith(ArquillianExtension.class)
class ServiceDirectoryIT {

    private static final Actor EDITOR =
            new Actor("ed", "Ed Editor", "shire-cc", Set.of(Role.DIRECTORY_EDITOR));
    private static final Actor VISITOR = new Actor("vi", "Vi Visitor", "shire-cc", Set.of());
    private static final String EVERYTHING =
            "SELECT (SELECT count(*) FROM directory.organization)"
                    + " + (SELECT count(*) FROM directory.service)"
                    + " + (SELECT count(*) FROM directory.location)"
                    + " + (SELECT count(*) FROM directory.history)";

    @Inject private Directory directory;
    @Inject private UserTransaction transaction;

    @Deployment
    static WebArchive server() {
        return Built.with(ServiceDirectoryIT.class);
    }

    @Test
    void an_added_service_is_found_with_its_place_and_is_in_the_history() {
        ServiceView added = directory.add(service("Baby massage", "LN1 1AA"), EDITOR);

        assertThat(directory.search("massage", 1, 20).items())
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.id()).isEqualTo(added.id());
                            assertThat(found.locations())
                                    .extracting(ServiceView.Location::postcode)
                                    .containsExactly("LN1 1AA");
                        });
        assertThat(
                        Rows.number(
                                "SELECT count(*) FROM directory.history WHERE actor = 'ed'"
                                        + " AND subject = '"
                                        + added.id()
                                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_rolled_back_service_leaves_nothing_behind() throws Exception {
        long before = Rows.number(EVERYTHING);

        transaction.begin();
        ServiceView added = directory.add(service("Rolled back", "LN1 1AB"), EDITOR);
        assertThat(directory.service(added.id())).isPresent();
        transaction.rollback();

        assertThat(directory.service(added.id())).isEmpty();
        assertThat(Rows.number(EVERYTHING)).isEqualTo(before);
    }

    @Test
    void a_refused_service_takes_the_piece_of_work_it_belongs_to_with_it() throws Exception {
        long before = Rows.number(EVERYTHING);

        transaction.begin();
        directory.add(service("First of two", "LN1 1AC"), EDITOR);
        assertThatThrownBy(() -> directory.add(service("Second of two", "nowhere"), EDITOR))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> transaction.commit()).isInstanceOf(RollbackException.class);

        assertThat(Rows.number(EVERYTHING)).isEqualTo(before);
    }

    @Test
    void who_is_no_editor_changes_nothing() {
        long before = Rows.number(EVERYTHING);

        assertThatThrownBy(() -> directory.add(service("Not mine", "LN1 1AD"), VISITOR))
                .isInstanceOf(NotAllowed.class);

        assertThat(Rows.number(EVERYTHING)).isEqualTo(before);
    }

    private static NewService service(String name, String postcode) {
        return new NewService(
                "Shire Family Hubs",
                "",
                name,
                "For parents with a baby.",
                "active",
                0,
                24,
                "",
                "",
                "",
                "",
                true,
                List.of(new Place("Hub", "1 High Street", "Lincoln", postcode, null, null)));
    }
}
