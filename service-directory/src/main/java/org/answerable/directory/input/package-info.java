/** Checking what was typed, all of it at once. No rules of the field. */
package org.answerable.directory.input;
