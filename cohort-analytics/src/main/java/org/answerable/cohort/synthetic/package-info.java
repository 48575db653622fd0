/**
 * An invented integrated care system for training and measurement: children, families, moves and
 * contacts whose margins are those of a real population. Holds no real person and no database code.
 */
package org.answerable.cohort.synthetic;
