/** Keeps the training register and counts its people, set by set. No rules of the field. */
package org.answerable.directory.workforce.store;
