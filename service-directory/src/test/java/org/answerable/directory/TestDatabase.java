package org.answerable.directory;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.answerable.directory.store.Transactions;
import org.flywaydb.core.Flyway;

/**
 * A database of its own with the schema of the directory. They share one PostgreSQL, which ends with the tests, and each
 * is a copy of one that was migrated once.
 */
public final class TestDatabase implements AutoCloseable {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = started();

    private final String name = "test" + NUMBER.incrementAndGet();
    private final DataSource dataSource;
    private final CountedStatements counted;

    public TestDatabase() {
        run(POSTGRES.getPostgresDatabase(), "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        dataSource = POSTGRES.getDatabase("postgres", name);
        counted = new CountedStatements(dataSource);
    }

    private static EmbeddedPostgres started() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            run(postgres.getPostgresDatabase(), "CREATE DATABASE " + TEMPLATE);
            Flyway.configure()
                    .dataSource(postgres.getDatabase("postgres", TEMPLATE))
                    .schemas("directory")
                    .locations("classpath:db/directory")
                    .load()
                    .migrate();
            return postgres;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public Transactions transactions() {
        return new Transactions(counted.dataSource());
    }

    /** How many statements are sent while something is done. */
    public int statements(Runnable what) {
        int before = counted.number();
        what.run();
        return counted.number() - before;
    }

    /** The first value of the first row. */
    public String value(String sql) {
        try (Connection c = dataSource.getConnection();
                Statement s = c.createStatement();
                ResultSet row = s.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql) {
        run(dataSource, sql);
    }

    private static void run(DataSource where, String sql) {
        try (Connection c = where.getConnection();
                Statement s = c.createStatement()) {
            s.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        run(POSTGRES.getPostgresDatabase(), "DROP DATABASE " + name + " WITH (FORCE)");
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
