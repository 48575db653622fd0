/**
 * Reading what people send: cleaning the text and finding its questions. Pure text to text; no
 * case, no persistence.
 */
package org.answerable.foi.intake;
