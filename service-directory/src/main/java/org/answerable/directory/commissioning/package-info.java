/**
 * Contracts, commissioning positions, coverage by neighbourhood, and pathways with their gaps: the rules
 * and the use cases. No SQL here.
 */
package org.answerable.directory.commissioning;
