/**
 * Two numbers as they were sent, checked, converted and put into words. No HTTP, no statements, no
 * rule of the check itself.
 */
package org.answerable.cohort.reconciliation;
