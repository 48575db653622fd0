package org.answerable.cohort.definition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Areas as people write them: codes, or the names that a look-up gives them. */
final class NamedAreas {

    private static final int LONGEST_SHOWN = 40;
    private static final int MOST_FAULTS = 5;

    private final List<String> codes;
    private final List<String> faults;

    private NamedAreas(List<String> codes, List<String> faults) {
        this.codes = codes;
        this.faults = faults;
    }

    /**
     * @param given codes or names
     * @param vintage code set of the areas that the people live in
     */
    static NamedAreas of(Connection connection, List<String> given, String vintage)
            throws SQLException {
        Map<String, String> written = new LinkedHashMap<>();
        for (String area : given) {
            // No name has control characters, and the database takes none of them.
            String text = area == null ? "" : area.strip().replaceAll("\\p{Cntrl}", "\uFFFD");
            written.putIfAbsent(text.toUpperCase(Locale.ROOT), text);
        }
        List<String> noCodes =
                SourceData.unknownAreas(connection, List.copyOf(written.keySet()), vintage);
        TreeSet<String> codes = new TreeSet<>(written.keySet());
        noCodes.forEach(codes::remove);
        Map<String, List<String>> named =
                noCodes.isEmpty() ? Map.of() : named(connection, noCodes, vintage);
        List<String> faults = new ArrayList<>();
        for (String word : noCodes) {
            List<String> found = named.getOrDefault(word, List.of());
            if (found.size() == 1) {
                codes.add(found.get(0));
            } else {
                faults.add(fault(written.get(word), found, vintage));
            }
        }
        return new NamedAreas(List.copyOf(codes), faults.stream().limit(MOST_FAULTS).toList());
    }

    /** The codes in order, without those at fault. */
    List<String> codes() {
        return codes;
    }

    List<String> faults() {
        return faults;
    }

    private static String fault(String word, List<String> found, String vintage) {
        String shown =
                word.length() > LONGEST_SHOWN ? word.substring(0, LONGEST_SHOWN) + "…" : word;
        return found.isEmpty()
                ? "There is no area "
                        + shown
                        + " of "
                        + vintage.replace('_', ' ')
                        + ", nor one that such areas are known to lie in."
                : "There are "
                        + found.size()
                        + " areas called "
                        + shown
                        + ". Write the code: "
                        + String.join(", ", found)
                        + ".";
    }

    /** Codes by name in capitals. */
    private static Map<String, List<String>> named(
            Connection connection, List<String> names, String vintage) throws SQLException {
        Map<String, List<String>> found = new LinkedHashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT DISTINCT upper(n.name) AS name, a.code FROM cohort.area_name n"
                                + " JOIN cohort.area a ON a.area_key = n.area_key"
                                + " WHERE upper(n.name) = ANY (?) AND NOT EXISTS (SELECT FROM"
                                + " cohort.dataset_withdrawal x WHERE x.dataset_id = n.dataset_id)"
                                + " AND (a.vintage = ? OR EXISTS (SELECT"
                                + " FROM cohort.area_within w JOIN cohort.area p ON p.area_key = w.part"
                                + " WHERE w.whole = a.area_key AND p.vintage = ?)) ORDER BY 1, 2")) {
            select.setArray(1, connection.createArrayOf("text", names.toArray()));
            select.setString(2, vintage);
            select.setString(3, vintage);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getString("name"), n -> new ArrayList<>())
                            .add(row.getString("code"));
                }
            }
        }
        return found;
    }
}
