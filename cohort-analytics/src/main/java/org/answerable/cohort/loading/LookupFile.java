package org.answerable.cohort.loading;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.data.DatasetFacts;
import org.answerable.cohort.file.CopyRows;
import org.answerable.cohort.file.UnreadableFile;

/**
 * Names of areas, and which lies in which. A column whose name has no year is of the year of the
 * description; a list of wards of several years says the year of each row in {@code SOURCEFILE}.
 *
 * <p>A small area lies in one larger area of a kind. The one exception are LSOAs of 2011 that were
 * split in 2021: their shares are those of the people who live in the parts, from the newest
 * population by LSOA of 2021 (best fit, G2).
 */
final class LookupFile {

    private static final String STAGING =
            "place bigint, level smallint, vintage text, code text, name text";

    private static final String SPLIT =
            "part_vintage = 'LSOA_2011' AND whole_vintage = 'LSOA_2021'";

    private final Loading loading;
    private final Header header;
    private final List<LookupColumn> columns;
    private final int yearOfRow;

    LookupFile(Loading loading) {
        this.loading = loading;
        this.header = loading.header();
        this.columns = LookupColumn.of(header);
        this.yearOfRow = header.at("sourcefile");
    }

    DatasetFacts load() throws SQLException, IOException {
        checkVintage();
        loading.stage("lookup_staging", STAGING, new Reading());
        if (loading.sound()) {
            checkTogether();
        }
        if (loading.sound()) {
            keep();
        }
        return DatasetFacts.of(DatasetKind.AREAS, loading.rows());
    }

    private void checkVintage() {
        String said = loading.description().vintage();
        LookupColumn first = columns.get(0);
        boolean fits =
                first.year() == null
                        ? said.startsWith(first.kind() + "_")
                        : said.equals(first.kind() + "_" + first.year());
        if (!fits) {
            throw new UnreadableFile(
                    header.line(),
                    "The smallest areas of this file are "
                            + first.kind()
                            + (first.year() == null ? "" : "_" + first.year())
                            + " (column "
                            + header.name(first.code())
                            + "), the description says "
                            + said
                            + ". Correct the description.");
        }
    }

    private final class Reading implements Loading.Row {

        @Override
        public boolean read() {
            for (int i = 0; i < columns.size(); i++) {
                int at = columns.get(i).code();
                String code = loading.text(at);
                if (code.isEmpty() ? i == 0 : !code.matches("[A-Z]\\d{8}")) {
                    loading.reject(
                            at,
                            "A code of a letter and eight digits is expected, such as E07000136.");
                }
                if (name(columns.get(i)) != null && name(columns.get(i)).length() > 200) {
                    loading.reject(
                            columns.get(i).name(), "The name is longer than 200 characters.");
                }
            }
            if (yearOfRow >= 0 && !loading.text(yearOfRow).matches("20\\d\\d")) {
                loading.reject(yearOfRow, "The year of the areas is expected, such as 2023.");
            }
            return true;
        }

        @Override
        public void write(CopyRows out, long place) throws SQLException {
            for (int i = 0; i < columns.size(); i++) {
                String code = loading.text(columns.get(i).code());
                if (!code.isEmpty()) {
                    out.row(5);
                    out.bigint(place);
                    out.smallint(i);
                    out.text(vintage(columns.get(i), i));
                    out.text(code);
                    out.text(name(columns.get(i)));
                }
            }
        }
    }

    private String vintage(LookupColumn column, int level) {
        if (column.year() != null) {
            return column.kind() + "_" + column.year();
        }
        if (level == 0 && yearOfRow >= 0) {
            return column.kind() + "_" + loading.text(yearOfRow);
        }
        return level == 0
                ? loading.description().vintage()
                : column.kind() + "_" + loading.description().asAt().getYear();
    }

    /** The name, unless it belongs to another code on this row. */
    private String name(LookupColumn column) {
        if (column.name() < 0
                || !loading.text(column.nameOf()).equals(loading.text(column.code()))) {
            return null;
        }
        String name = loading.text(column.name());
        return name.isEmpty() ? null : name;
    }

    private void checkTogether() throws SQLException {
        loading.rejectAll(
                "SELECT max(place), max(name), min(name) FROM lookup_staging WHERE name IS NOT NULL"
                        + " GROUP BY vintage, code HAVING count(DISTINCT name) > 1 ORDER BY 1",
                header.name(Math.max(0, columns.get(0).name())),
                "This area has another name further up: %s.");
        // From LSOAs of 2011 only to those of 2021, and from these to all larger areas.
        loading.execute(
                "CREATE TEMPORARY TABLE lookup_pair ON COMMIT DROP AS SELECT p.level, p.vintage AS"
                        + " part_vintage, p.code AS part, w.level AS whole_level, w.vintage AS whole_vintage,"
                        + " w.code AS whole, max(p.place) AS place, 1::numeric AS share FROM lookup_staging p"
                        + " JOIN lookup_staging w ON w.place = p.place AND w.level > p.level WHERE p.vintage <>"
                        + " 'LSOA_2011' OR w.vintage = 'LSOA_2021' OR NOT EXISTS (SELECT FROM lookup_staging"
                        + " WHERE vintage = 'LSOA_2021') GROUP BY 1, 2, 3, 4, 5, 6");
        loading.rejectAll(
                "SELECT max(place), part, min(whole) || ' and ' || max(whole) FROM lookup_pair WHERE level ="
                        + " 0 AND NOT ("
                        + SPLIT
                        + ") GROUP BY part_vintage, part, whole_vintage HAVING count(*) > 1 ORDER BY 1",
                header.name(columns.get(0).code()),
                "This area lies in two areas of one kind: %s. A look-up gives one.");
        // Larger areas that cut across each other do not lie in each other.
        loading.execute(
                "DELETE FROM lookup_pair WHERE level > 0 AND (part_vintage, whole_vintage) IN (SELECT"
                        + " part_vintage, whole_vintage FROM lookup_pair WHERE level > 0 AND NOT ("
                        + SPLIT
                        + ") GROUP BY part_vintage, part, whole_vintage HAVING count(*) > 1)");
    }

    private void keep() throws SQLException {
        shareSplitAreas();
        if (!loading.sound()) {
            return;
        }
        AreaKeys.add(loading, "SELECT vintage, code FROM lookup_staging");
        loading.update(
                "INSERT INTO cohort.area_name (dataset_id, area_key, name) SELECT ?, a.area_key, s.name FROM"
                        + " (SELECT DISTINCT vintage, code, name FROM lookup_staging WHERE name IS NOT NULL) s"
                        + " JOIN cohort.area a ON a.vintage = s.vintage AND a.code = s.code ORDER BY a.area_key",
                loading.key());
        loading.update(
                "INSERT INTO cohort.area_within (dataset_id, part, whole, share) SELECT ?, p.area_key,"
                        + " w.area_key, l.share FROM lookup_pair l JOIN cohort.area p ON p.vintage ="
                        + " l.part_vintage AND p.code = l.part JOIN cohort.area w ON w.vintage ="
                        + " l.whole_vintage AND w.code = l.whole WHERE l.share > 0 ORDER BY 3, 2",
                loading.key());
    }

    private void shareSplitAreas() throws SQLException {
        loading.execute(
                "CREATE TEMPORARY TABLE lookup_split ON COMMIT DROP AS SELECT part, max(place) AS place FROM"
                        + " lookup_pair WHERE "
                        + SPLIT
                        + " GROUP BY part HAVING count(*) > 1");
        String split = loading.value("SELECT count(*) FROM lookup_split");
        if (split.equals("0")) {
            return;
        }
        String population =
                loading.value(
                        "SELECT id FROM cohort.dataset d WHERE kind = 'POPULATION' AND vintage = 'LSOA_2021'"
                                + " AND NOT EXISTS (SELECT FROM cohort.dataset_withdrawal x WHERE x.dataset_id ="
                                + " d.id) ORDER BY id DESC LIMIT 1");
        loading.execute(
                "CREATE TEMPORARY TABLE lookup_people ON COMMIT DROP AS SELECT area_code AS code,"
                        + " COALESCE(total_population, (SELECT sum(n) FROM unnest(ages) n)) AS people FROM"
                        + " cohort.population_area WHERE dataset_id = "
                        + (population == null ? "-1" : population));
        loading.rejectAll(
                "SELECT max(l.place), l.part, min(l.whole) FROM lookup_pair l JOIN lookup_split USING (part)"
                        + " LEFT JOIN lookup_people p ON p.code = l.whole WHERE "
                        + SPLIT
                        + " GROUP BY l.part HAVING count(p.people) < count(*) OR sum(p.people) = 0 ORDER BY 1",
                header.name(columns.get(0).code()),
                "This area was split, and nobody is known to live in %s. Load a population by LSOA 2021 that"
                        + " has it first: the parts are weighted by it.");
        if (!loading.sound()) {
            return;
        }
        loading.execute(
                "UPDATE lookup_pair l SET share = round(w.share, 6) FROM (SELECT l.part, l.whole, p.people /"
                        + " sum(p.people) OVER (PARTITION BY l.part)::numeric AS share FROM lookup_pair l JOIN"
                        + " lookup_split USING (part) JOIN lookup_people p ON p.code = l.whole WHERE "
                        + SPLIT
                        + ") w WHERE w.part = l.part AND w.whole = l.whole AND "
                        + SPLIT);
        loading.note(
                split
                        + " areas of 2011 that were split are shared by the people of "
                        + loading.value(
                                "SELECT reference FROM cohort.dataset WHERE id = " + population)
                        + ".");
    }
}
