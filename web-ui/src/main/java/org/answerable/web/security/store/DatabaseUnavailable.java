package org.answerable.web.security.store;

import java.sql.SQLException;

/** The database did not answer, or refused a statement. */
public class DatabaseUnavailable extends RuntimeException {
    public DatabaseUnavailable(SQLException cause) {
        super(cause);
    }
}
