/**
 * Tables as files that everybody can open: accessible ODS and CSV. It knows rows and cells, and
 * nothing of what they mean.
 */
package org.answerable.spreadsheet;
