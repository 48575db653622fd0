package org.answerable.cohort.definition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.answerable.cohort.Conflict;

/**
 * How a statement over millions of rows is run: on all cores, with memory for its groups, and no
 * longer than the time limit. For this transaction only.
 */
public final class LongStatement {

    /** SQLSTATE query_canceled. */
    private static final String CANCELLED = "57014";

    /**
     * As many as there are cores, counted here: the database has as many or more. The planner does not count the process
     * that asks: with one worker it would take four parts at once to be no quicker than one after the other.
     */
    private static final int WORKERS =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

    /** Whether a dataset has most of the contacts that there are. */
    private static final String MOST_CONTACTS =
            "SELECT set_config('enable_bitmapscan', 'off', true) FROM cohort.dataset d"
                    + " JOIN pg_class c ON c.oid = 'cohort.contact'::regclass"
                    + " WHERE d.id = ? AND d.row_count > c.reltuples / 2";

    private LongStatement() {}

    /**
     * @param source what the statement reads
     */
    public static void prepare(Connection connection, Duration limit, SourceData source)
            throws SQLException {
        if (source.contacts() != null) {
            readAsTheyLie(connection, source.contacts());
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET LOCAL work_mem = '64MB'; SET LOCAL max_parallel_workers_per_gather = "
                            + WORKERS
                            + ";"
                            + " SET LOCAL jit = off;"
                            // Right after a load there are no statistics yet, and loops look cheap.
                            + " SET LOCAL enable_nestloop = off;"
                            + " SET LOCAL enable_partitionwise_aggregate = on;"
                            // An index that holds all columns in order beats a hash of millions.
                            + " SET LOCAL random_page_cost = 1; SET LOCAL cpu_index_tuple_cost = 0;"
                            // A plan for any values takes every condition to leave little.
                            + " SET LOCAL plan_cache_mode = force_custom_plan;"
                            + " SET LOCAL statement_timeout = "
                            + limit.toMillis());
        }
    }

    /** Contacts of one dataset among many are found by blocks of pages; most of them, by reading on. */
    private static void readAsTheyLie(Connection connection, int contacts) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(MOST_CONTACTS)) {
            set.setInt(1, contacts);
            set.execute();
        }
    }

    /** The failure of a statement in words, when it was ended for its time or by somebody. */
    public static RuntimeException explained(SQLException e, Duration limit) throws SQLException {
        if (CANCELLED.equals(e.getSQLState())) {
            return new Conflict(
                    "This took longer than "
                            + limit.toMillis() / 1000.0
                            + " seconds and was stopped, or somebody stopped it. Nothing was kept. Ask"
                            + " for a smaller area or a shorter window, or have the operator raise"
                            + " ANSWERABLE_QUERY_SECONDS.");
        }
        throw e;
    }
}
