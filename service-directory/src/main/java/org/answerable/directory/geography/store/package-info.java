/** Keeps areas, their parts and postcodes in the schema directory. No rules of the field. */
package org.answerable.directory.geography.store;
