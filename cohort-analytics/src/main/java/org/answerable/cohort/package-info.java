/**
 * The API of the cohort module: datasets, figures, the values they exchange and the errors they
 * raise; nothing here reads a database, a request or a file.
 */
package org.answerable.cohort;
