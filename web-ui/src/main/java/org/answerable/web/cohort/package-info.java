/** Pages for analysts, and the public page of a released figure. Rules live in cohort analytics. */
package org.answerable.web.cohort;
