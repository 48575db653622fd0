/** Keeps the catalogue in the schema directory. No rules of the field. */
package org.answerable.directory.store;
