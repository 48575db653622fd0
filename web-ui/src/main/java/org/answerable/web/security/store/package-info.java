/** The {@code access} schema over JDBC: accounts, sessions, tokens. No rules here. */
package org.answerable.web.security.store;
