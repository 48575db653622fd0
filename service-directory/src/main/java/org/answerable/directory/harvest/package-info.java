/** Fetching feeds of others: which addresses may be asked, how long and how much; knows nothing of the catalogue. */
package org.answerable.directory.harvest;
