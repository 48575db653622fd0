package org.answerable.web.wiring;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The one data source of the application, as configured by {@code DATABASE_URL}, {@code
 * DATABASE_USER} and {@code DATABASE_PASSWORD}.
 *
 * <p>Connections are validated when they are taken from the pool, so that the first request after a
 * restart of PostgreSQL works.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = Database.JNDI_NAME,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=DATABASE_URL}",
        user = "${MPCONFIG=DATABASE_USER}",
        password = "${MPCONFIG=DATABASE_PASSWORD}",
        initialPoolSize = 0,
        minPoolSize = 2,
        maxPoolSize = 20,
        maxIdleTime = 300,
        properties = {
            "applicationName=answerable",
            "connectTimeout=5",
            "tcpKeepAlive=true",
            // Details of a refused row can carry personal data into the log.
            "logServerErrorDetail=false",
            "reWriteBatchedInserts=true",
            // Compiling a statement takes longer than most statements take.
            "options=-c jit=off",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname="
                    + "org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.fail-all-connections=true",
            "fish.payara.max-wait-time-in-millis=10000"
        })
public class Database {
    public static final String JNDI_NAME = "java:app/jdbc/answerable";
}
