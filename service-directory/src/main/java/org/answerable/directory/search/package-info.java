/** What services are looked for by: place, age, day and time, words. Values only; the statements are in the store. */
package org.answerable.directory.search;
