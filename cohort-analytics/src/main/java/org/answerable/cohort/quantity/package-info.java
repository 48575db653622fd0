/**
 * What a number counts (unit, time, age, source, place) and whether two numbers go together. Pure
 * Java; no persistence, no pages.
 */
package org.answerable.cohort.quantity;
