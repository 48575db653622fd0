/**
 * The Open Referral UK 3.0 feed: parameters read into a filter, items put into the envelope of the standard. No HTTP, no
 * statements.
 */
package org.answerable.directory.feed;
