package org.answerable.cohort.definition;

import java.sql.Connection;
import java.sql.SQLException;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.InvalidInput;

/** The way from a document to a definition that can be counted. */
public final class CheckDefinition {

    private CheckDefinition() {}

    /**
     * @throws InvalidInput with every fault found
     */
    public static CheckedDefinition check(CohortDefinition given, Connection connection)
            throws SQLException {
        return DefinitionRules.checked(given, connection);
    }
}
