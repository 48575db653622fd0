package org.answerable.cohort.data;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.answerable.cohort.synthetic.SyntheticArea;

/** The areas of a population and their youngest children. */
public final class PopulationAreas {

    private PopulationAreas() {}

    /**
     * @param agesUnder how many single years of age from 0
     */
    public static List<SyntheticArea> youngest(Connection connection, String dataset, int agesUnder)
            throws SQLException {
        List<SyntheticArea> areas = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT p.area_code, p.ages[1:?] FROM cohort.population_area p"
                                + " JOIN cohort.dataset d ON d.id = p.dataset_id"
                                + " WHERE d.reference = ? ORDER BY p.area_code")) {
            select.setInt(1, agesUnder);
            select.setString(2, dataset);
            select.setFetchSize(5_000);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Array ages = row.getArray(2);
                    areas.add(
                            new SyntheticArea(
                                    row.getString(1),
                                    Arrays.stream((Integer[]) ages.getArray())
                                            .mapToInt(Integer::intValue)
                                            .toArray()));
                }
            }
        }
        return areas;
    }
}
