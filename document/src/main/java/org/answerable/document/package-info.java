/** A page of well-formed XHTML, and the same as PDF/UA-1. Knows nothing of what the page says. */
package org.answerable.document;
