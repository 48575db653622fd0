package org.answerable.cohort;

/**
 * An invented system to be made for training or measurement.
 *
 * @param populationId the dataset whose areas, ages and day it takes
 * @param title title of its two extracts
 * @param agesUnder children of ages below this are made: 3 for ages 0, 1 and 2
 * @param percent share of the areas taken, from 1 to 100
 * @param years how many years of contacts before the day of the population
 * @param seed the same seed makes the same system
 */
public record SyntheticRequest(
        String populationId, String title, int agesUnder, int percent, int years, long seed) {}
