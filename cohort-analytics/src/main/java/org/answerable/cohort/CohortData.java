package org.answerable.cohort;

import java.time.LocalDate;

/**
 * Data that a cohort may be taken from: registrations alone, or with contacts of their children.
 *
 * @param registrations reference of the dataset of registrations
 * @param contacts reference of the dataset of contacts with these children; null for none
 * @param title title of the registrations
 * @param from first day that the registrations cover
 * @param to the day after their last
 * @param synthetic invented for training; nothing made from it is released
 */
public record CohortData(
        String registrations,
        String contacts,
        String title,
        LocalDate from,
        LocalDate to,
        boolean synthetic) {}
