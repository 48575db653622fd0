/** Statements that answers to requests cite: what was known of services and of commissioning as of a day. */
package org.answerable.directory.citation;
