package org.answerable.cohort;

/**
 * What a modelled population is made from. Both datasets are of one day.
 *
 * @param title of the dataset that is made
 * @param byAge reference of a population by practice and single year of age
 * @param byArea reference of patients by practice and LSOA
 */
public record ModelledRequest(String title, String byAge, String byArea) {}
