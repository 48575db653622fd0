package org.answerable.cohort;

import java.time.LocalDate;
import java.util.List;

/**
 * Children registered on a day beside the population of the same areas, ages and day. More children
 * than people is a sign of a fault in one of the two, or of lists that run high; it is no proof.
 *
 * @param population reference of the dataset they are compared with
 * @param title its title
 * @param day the day of both
 * @param ageFirst first completed year of age compared
 * @param ageLast last one, compared too
 * @param areas areas that both hold
 * @param above areas with more registered children than people
 * @param registered children registered in the areas that both hold
 * @param people people of those ages in them
 * @param largest up to ten areas above, the largest difference first
 */
public record PopulationCheck(
        String population,
        String title,
        LocalDate day,
        int ageFirst,
        int ageLast,
        long areas,
        long above,
        long registered,
        long people,
        List<Row> largest) {

    public PopulationCheck {
        largest = List.copyOf(largest);
    }

    /** One area. */
    public record Row(String code, long registered, long people) {}
}
