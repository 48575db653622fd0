/** The directory over HTTP: the Open Referral UK feed, and JSON resources. No rules of the field. */
package org.answerable.directory.rest;
