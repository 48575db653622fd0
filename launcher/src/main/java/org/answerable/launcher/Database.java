package org.answerable.launcher;

/**
 * How the server reaches PostgreSQL.
 *
 * @param url JDBC URL
 */
record Database(String url, String user, String password) {}
