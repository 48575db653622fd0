package org.answerable.directory.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * One connection, one transaction. In the server the container's transaction decides; with a plain
 * data source this class commits and rolls back itself. Any exception rolls back in both.
 */
@ApplicationScoped
public class Transactions {

    @Resource(lookup = "java:app/jdbc/answerable")
    private DataSource dataSource;

    protected Transactions() {}

    public Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs the work in the caller's transaction, or in one of its own when there is none. */
    @Transactional
    public <T> T run(Work<T> work) {
        return onOneConnection(work);
    }

    /**
     * Runs one statement that only reads, in the caller's transaction or in none: a transaction for it costs more than
     * it does.
     */
    public <T> T look(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    private <T> T onOneConnection(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            // A connection enlisted in the container's transaction comes with auto-commit off.
            return connection.getAutoCommit()
                    ? ownTransaction(connection, work)
                    : work.on(connection);
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    private static <T> T ownTransaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.on(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    /** What is done on the connection of a transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
