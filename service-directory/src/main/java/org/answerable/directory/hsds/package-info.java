/**
 * Records as documents in the terms of HSDS and its UK profile: cleaning them, reading facts out of them, and
 * making the items that the feed gives. Pure functions of JSON; no database, no HTTP.
 */
package org.answerable.directory.hsds;
