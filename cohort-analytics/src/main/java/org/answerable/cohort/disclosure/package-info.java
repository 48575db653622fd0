/** Decides whether a figure may be released, and why not. Holds no database or HTTP code. */
package org.answerable.cohort.disclosure;
