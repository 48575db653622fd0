/** Keeping the directory right: the daily round of verification, reminders, and links that confirm a record. */
package org.answerable.directory.assurance;
