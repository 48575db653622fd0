package org.answerable.web.wiring;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings each module's schema to the version of this release when the application starts. Every
 * module owns one schema, its migrations and their history table.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

    static final List<String> SCHEMAS = List.of("access", "foi", "cohort", "directory");

    @Resource(lookup = Database.JNDI_NAME)
    private DataSource dataSource;

    private boolean done;

    /** For the container, which gives the data source. */
    public Migrations() {}

    Migrations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @PostConstruct
    void migrate() {
        for (String schema : SCHEMAS) {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(dataSource)
                    .schemas(schema)
                    .locations("classpath:db/" + schema)
                    .load()
                    .migrate();
        }
        done = true;
    }

    /** Whether every schema is at the version of this release. */
    public boolean done() {
        return done;
    }
}
