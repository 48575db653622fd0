/** Services that may be one: found by weighted reasons within blocks, decided by people, merged so that it can be undone. */
package org.answerable.directory.duplicates;
