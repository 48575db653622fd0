/**
 * The law as data and rules on it: exemptions, limits, what a decision must contain. Pure; no case,
 * no persistence.
 */
package org.answerable.foi.law;
