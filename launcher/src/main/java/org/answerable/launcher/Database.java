package org.answerable.launcher;

import java.util.Optional;

/**
 * How the server reaches PostgreSQL.
 *
 * @param url JDBC URL
 * @param owner to whom the tables belong, when that is another user with the same password
 * @param pseudonymKey the secret that pseudonyms are hashed with, when it is kept beside the data
 */
record Database(
        String url,
        String user,
        String password,
        Optional<String> owner,
        Optional<String> pseudonymKey) {

    Database(String url, String user, String password) {
        this(url, user, password, Optional.empty(), Optional.empty());
    }
}
