/**
 * What a letter says and what it looks like: templates as data, the facts of a case filled into them,
 * XHTML and PDF/UA-1. No case, no persistence, no network.
 */
package org.answerable.foi.letter;
