/**
 * The JSON forms of evidence, letters and disclosures, as they are stored and served. Pure mapping,
 * field by field; no persistence.
 */
package org.answerable.foi.document;
