/** The statements of the search for duplicates and of merges; nothing else about them. */
package org.answerable.directory.duplicates.store;
