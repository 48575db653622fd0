/** Keeps contracts, positions and pathways, in versions that are never changed. No rules of the field. */
package org.answerable.directory.commissioning.store;
