package org.answerable.launcher;

import java.util.Optional;

/**
 * How the server reaches PostgreSQL.
 *
 * @param url JDBC URL
 * @param owner to whom the tables belong, when that is another user with the same password
 */
record Database(String url, String user, String password, Optional<String> owner) {

    Database(String url, String user, String password) {
        this(url, user, password, Optional.empty());
    }
}
