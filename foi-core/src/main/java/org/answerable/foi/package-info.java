/**
 * Freedom of Information casework: the API of the module. Cases, questions, decisions, the
 * statutory clock and the disclosure log, as interfaces, value records and events. No persistence
 * here.
 */
package org.answerable.foi;
