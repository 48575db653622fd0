package org.answerable.web.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.answerable.directory.Actor;
import org.answerable.directory.Directory;
import org.answerable.directory.ImportReport;
import org.answerable.directory.Imports;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.Role;
import org.answerable.directory.ServiceSearch;
import org.answerable.directory.ServiceView;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The service directory in the server: its beans are found, and the container's transactions hold. */
@ExtendWith(ArquillianExtension.class)
class ServiceDirectoryIT {

    private static final Actor EDITOR =
            new Actor("ed", "Ed Editor", "shire-cc", Set.of(Role.DIRECTORY_EDITOR));
    private static final Actor VISITOR = new Actor("vi", "Vi Visitor", "shire-cc", Set.of());
    private static final String EVERYTHING =
            "SELECT (SELECT count(*) FROM directory.organization)"
                    + " + (SELECT count(*) FROM directory.service)"
                    + " + (SELECT count(*) FROM directory.version)"
                    + " + (SELECT count(*) FROM directory.raw_record)"
                    + " + (SELECT count(*) FROM directory.history)";

    @Inject private Directory directory;
    @Inject private Imports imports;
    @Inject private UserTransaction transaction;

    @Deployment
    static WebArchive server() {
        return Built.with(ServiceDirectoryIT.class);
    }

    @Test
    void an_imported_service_is_found_and_is_in_the_history() {
        String id = UUID.randomUUID().toString();

        ImportReport report = imports.file("container", 0.3, service(id, "Baby massage"), EDITOR);

        assertThat(report.added()).isEqualTo(1);
        assertThat(directory.find(search("massaging")).items())
                .extracting(ServiceView::id)
                .containsExactly(id);
        assertThat(
                        Rows.number(
                                "SELECT count(*) FROM directory.history WHERE actor = 'ed'"
                                        + " AND subject = '"
                                        + id
                                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_rolled_back_import_leaves_nothing_behind() throws Exception {
        long before = Rows.number(EVERYTHING);
        String id = UUID.randomUUID().toString();

        transaction.begin();
        imports.file("rolled back", 0.3, service(id, "Rolled back"), EDITOR);
        assertThat(directory.service(id)).isPresent();
        transaction.rollback();

        assertThat(directory.service(id)).isEmpty();
        assertThat(Rows.number(EVERYTHING)).isEqualTo(before);
    }

    @Test
    void only_an_editor_may_import() {
        assertThatThrownBy(
                        () ->
                                imports.file(
                                        "visitor",
                                        0.3,
                                        service(UUID.randomUUID().toString(), "No"),
                                        VISITOR))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void what_cannot_be_searched_for_is_refused_by_field() {
        assertThatThrownBy(
                        () ->
                                directory.find(
                                        new ServiceSearch("", "", "", "old", "years", "", 1, 20)))
                .isInstanceOf(InvalidInput.class);
    }

    private static ServiceSearch search(String words) {
        return new ServiceSearch(words, "", "", "", "", "", 1, 20);
    }

    private static InputStream service(String id, String name) {
        String json =
                "{\"id\":\""
                        + id
                        + "\",\"name\":\""
                        + name
                        + "\",\"status\":\"active\",\"organization\":{\"id\":\""
                        + UUID.randomUUID()
                        + "\",\"name\":\"Shire Families\",\"description\":\"Made\"}}";
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
