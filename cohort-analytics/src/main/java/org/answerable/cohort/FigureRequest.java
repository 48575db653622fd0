package org.answerable.cohort;

import java.util.List;

/**
 * The question a figure answers: how many people of these ages live in these districts.
 *
 * @param datasetId reference of the dataset
 * @param title title of the figure; blank for a title made from the question
 * @param ageFrom first completed year of age counted
 * @param ageTo first completed year of age no longer counted: {@code [0,3)} counts ages 0, 1 and 2
 * @param districts districts to count; empty for all
 * @param groupBy the rows
 * @param totalLabel name of the total row, for example {@code Lincolnshire}
 */
public record FigureRequest(
        String datasetId,
        String title,
        int ageFrom,
        int ageTo,
        List<String> districts,
        GroupBy groupBy,
        String totalLabel)
        implements FigureQuestion {

    public FigureRequest {
        districts = districts == null ? List.of() : List.copyOf(districts);
    }
}
