package org.answerable.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.Optional;
import org.answerable.web.page.Problem;
import org.answerable.web.page.ProblemSource;

/** A database that cannot be reached: said plainly, and the next request may work again. */
@ApplicationScoped
public class DatabaseProblems implements ProblemSource {

    private static final int UNAVAILABLE = 503;

    @Override
    public Optional<Problem> problem(Throwable thrown) {
        boolean unreachable =
                thrown instanceof ResourceException
                        || thrown instanceof SQLException sql && isConnectionTrouble(sql);
        return unreachable ? Optional.of(Problem.of(UNAVAILABLE)) : Optional.empty();
    }

    /** SQLSTATE class 08 is a lost connection, 57P0x a server that shuts down or starts. */
    private static boolean isConnectionTrouble(SQLException thrown) {
        String state = thrown.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P0"))
                || String.valueOf(thrown.getMessage()).contains("Error in allocating a connection");
    }
}
