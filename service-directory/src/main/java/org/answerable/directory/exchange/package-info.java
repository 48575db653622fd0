/** Import of records from feeds and files, and export as files. Maps between what others write and the catalogue. */
package org.answerable.directory.exchange;
