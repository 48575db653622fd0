/**
 * How cases, calendars, authorities and disclosures are kept in PostgreSQL, schema foi. The only
 * place with SQL.
 */
package org.answerable.foi.store;
