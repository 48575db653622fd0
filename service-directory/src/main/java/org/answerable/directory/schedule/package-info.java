/** Opening hours: recurrence rules of RFC 5545 expanded into spells of civil time. Pure functions. */
package org.answerable.directory.schedule;
