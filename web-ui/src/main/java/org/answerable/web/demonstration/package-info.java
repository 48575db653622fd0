/**
 * Demonstration data for a first start: three authorities, their accounts, cases, one real dataset
 * and invented services. Made through the same use cases that people use.
 */
package org.answerable.web.demonstration;
