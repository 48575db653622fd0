/** JSON, CSV and SVG resources below /api/cohort. No rules and no SQL. */
package org.answerable.cohort.rest;
