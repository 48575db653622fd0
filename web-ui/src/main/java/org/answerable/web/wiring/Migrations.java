package org.answerable.web.wiring;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings each module's schema to the version of this release when the application starts. Every
 * module owns one schema, its migrations and their history table.
 *
 * <p>With {@code DATABASE_OWNER_USER} the tables belong to that user, who is used here only; the
 * application's own user then gets no more than it needs (see {@link Privileges}).
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

    static final List<String> SCHEMAS = List.of("access", "foi", "cohort", "directory");

    /** Who owns the tables, and for whom. */
    record Owner(String url, String user, String password, String application) {}

    @Resource(lookup = Database.JNDI_NAME)
    private DataSource dataSource;

    @Inject
    @ConfigProperty(name = "DATABASE_URL")
    private Optional<String> url;

    @Inject
    @ConfigProperty(name = "DATABASE_USER")
    private Optional<String> application;

    @Inject
    @ConfigProperty(name = "DATABASE_OWNER_USER")
    private Optional<String> ownerUser;

    @Inject
    @ConfigProperty(name = "DATABASE_OWNER_PASSWORD")
    private Optional<String> ownerPassword;

    private boolean done;

    /** For the container, which gives the data source. */
    public Migrations() {}

    @PostConstruct
    void start() {
        migrate(
                dataSource,
                ownerUser.map(
                        user ->
                                new Owner(
                                        url.orElseThrow(),
                                        user,
                                        ownerPassword.orElse(""),
                                        application.orElseThrow())));
        done = true;
    }

    /** Migrates every schema; by its owner, when there is one. */
    static void migrate(DataSource dataSource, Optional<Owner> owner) {
        for (String schema : SCHEMAS) {
            FluentConfiguration configuration =
                    Flyway.configure(Migrations.class.getClassLoader())
                            .schemas(schema)
                            .locations("classpath:db/" + schema);
            owner.ifPresentOrElse(
                    o -> configuration.dataSource(o.url(), o.user(), o.password()),
                    () -> configuration.dataSource(dataSource));
            Flyway flyway = configuration.load();
            flyway.migrate();
            owner.ifPresent(o -> grant(flyway, schema, o.application()));
        }
    }

    private static void grant(Flyway flyway, String schema, String application) {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
            Privileges.grant(connection, schema, application);
        } catch (SQLException failed) {
            throw new IllegalStateException(
                    "The privileges on schema " + schema + " could not be granted", failed);
        }
    }

    /** Whether every schema is at the version of this release. */
    public boolean done() {
        return done;
    }
}
