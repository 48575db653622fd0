package org.answerable.cohort.definition;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.answerable.cohort.Cohort;

/** Kept definitions as other packages read them. */
public final class KeptCohorts {

    private KeptCohorts() {}

    public static Optional<Cohort> find(Connection connection, String id, int version)
            throws SQLException {
        return CohortRegister.find(connection, id == null ? "" : id, version);
    }
}
