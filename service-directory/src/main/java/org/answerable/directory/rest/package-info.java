/** JSON resources below /api/directory. No rules and no SQL. */
package org.answerable.directory.rest;
