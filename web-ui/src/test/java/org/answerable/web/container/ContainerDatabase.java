package org.answerable.web.container;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.jboss.arquillian.container.spi.event.SetupContainer;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Starts one embedded PostgreSQL before the first server, and tells every server of these tests
 * where it is.
 */
public class ContainerDatabase implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(ContainerDatabase.class);
    }

    /** The database ends with the process of the tests. */
    public void start(@Observes(precedence = 10) SetupContainer setup) throws IOException {
        int port = EmbeddedPostgres.builder().start().getPort();
        String options =
                String.join(
                        " ",
                        "-Xmx448m",
                        "-XX:+UseSerialGC",
                        "-Duser.timezone=Europe/London",
                        "-DDATABASE_URL=jdbc:postgresql://localhost:" + port + "/postgres",
                        "-DDATABASE_USER=postgres",
                        "-DDATABASE_PASSWORD=postgres");
        setup.getContainer().getContainerConfiguration().property("cmdOptions", options);
    }
}
