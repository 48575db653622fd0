/** Starts PostgreSQL (when none is configured) and the server, and says when they are ready. */
package org.answerable.launcher;
