/** The public services as CSV files in the tabular form of HSDS; made from items of the feed and nothing else. */
package org.answerable.directory.export;
