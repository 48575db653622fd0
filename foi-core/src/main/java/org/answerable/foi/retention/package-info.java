/**
 * Erasing what has been kept long enough. What is due, and what holds it, is decided in the database,
 * which alone can erase; here are the people's part and the report.
 */
package org.answerable.foi.retention;
