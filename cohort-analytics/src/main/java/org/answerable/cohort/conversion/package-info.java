/**
 * Named conversions that make two numbers comparable, with what they assume and need. Pure Java; no
 * parameter has its value here.
 */
package org.answerable.cohort.conversion;
