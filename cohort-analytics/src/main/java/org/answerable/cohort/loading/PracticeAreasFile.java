package org.answerable.cohort.loading;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.data.DatasetFacts;
import org.answerable.cohort.file.CopyRows;

/**
 * Patients of practices by LSOA. The column of areas also holds words such as {@code CLOSED} or
 * {@code NO2011}, and Welsh areas: those rows are kept, counted and shown as unmatched.
 */
final class PracticeAreasFile {

    private static final String STAGING =
            "place bigint, practice text, area text, sex text, patients integer";

    private final Loading loading;
    private final Header header;
    private final int practice;
    private final int area;
    private final int sex;
    private final int date;
    private final int people;
    private int patients;

    PracticeAreasFile(Loading loading) {
        this.loading = loading;
        this.header = loading.header();
        this.practice = header.at("practice code");
        this.area = header.at("lsoa code");
        this.sex = header.at("sex");
        this.date = header.at("extract date");
        this.people = header.at("number of patients");
    }

    DatasetFacts load() throws SQLException, IOException {
        if (!loading.description().vintage().startsWith("LSOA")) {
            throw new org.answerable.cohort.file.UnreadableFile(
                    header.line(), "Say whether the codes are LSOA_2011 or LSOA_2021.");
        }
        loading.stage("practice_staging", STAGING, new Reading());
        if (loading.sound()) {
            loading.rejectAll(
                    "SELECT max(place), area, min(place) & 1099511627775 FROM practice_staging GROUP BY"
                            + " practice, area, sex HAVING count(*) > 1 ORDER BY 1",
                    header.name(area),
                    "This practice and area is on line %s already.");
        }
        if (loading.sound()) {
            keep();
        }
        return DatasetFacts.of(DatasetKind.PRACTICE_AREAS, loading.rows());
    }

    private final class Reading implements Loading.Row {

        @Override
        public boolean read() {
            if (!loading.text(practice).matches("[A-Za-z0-9]{1,9}")) {
                loading.reject(practice, "This is not a code of a practice.");
            }
            if (!loading.text(area).matches("[A-Za-z0-9 _-]{1,20}")) {
                loading.reject(area, "A code of an area, or a word such as CLOSED, is expected.");
            }
            if (sex >= 0
                    && !loading.text(sex)
                            .toUpperCase(java.util.Locale.ROOT)
                            .matches("ALL|MALE|FEMALE")) {
                loading.reject(sex, "MALE, FEMALE or ALL is expected.");
            }
            LocalDate day = ExtractDates.day(loading.text(date));
            if (day == null || !day.equals(loading.description().asAt())) {
                loading.reject(
                        date,
                        day == null
                                ? "Write the day as 04JAN2021 or 2021-01-04."
                                : "The description says that people are counted at "
                                        + loading.description().asAt()
                                        + ".");
            }
            patients = loading.count(people);
            return true;
        }

        @Override
        public void write(CopyRows out, long place) throws SQLException {
            out.row(5);
            out.bigint(place);
            out.text(loading.text(practice));
            out.text(loading.text(area));
            out.text(sex < 0 ? "ALL" : loading.text(sex).toUpperCase(java.util.Locale.ROOT));
            out.integer(patients);
        }
    }

    private void keep() throws SQLException {
        String sexes = loading.value("SELECT string_agg(DISTINCT sex, ',') FROM practice_staging");
        if (sexes.contains("ALL") && sexes.contains("MALE")) {
            // Rows for both sexes are never added to those of each.
            loading.execute("DELETE FROM practice_staging WHERE sex = 'ALL'");
        } else if (sexes.equals("MALE") || sexes.equals("FEMALE")) {
            loading.note(sexes.equals("MALE") ? "Males only." : "Females only.");
        }
        loading.update(
                "INSERT INTO cohort.practice_area (dataset_id, practice, area_code, patients) SELECT ?,"
                        + " practice, area, sum(patients)::integer FROM practice_staging GROUP BY practice,"
                        + " area ORDER BY practice, area",
                loading.key());
        loading.update(
                "INSERT INTO cohort.dataset_unmatched (dataset_id, code, row_count, people) SELECT ?,"
                        + " CASE WHEN area ~ '^W01[0-9]{6}$' THEN 'Welsh areas' ELSE area END, count(*),"
                        + " sum(patients) FROM practice_staging WHERE area !~ '^E01[0-9]{6}$' GROUP BY 2"
                        + " ORDER BY 3 DESC LIMIT 1000",
                loading.key());
        String unmatched =
                loading.value(
                        "SELECT sum(row_count) || ' rows with ' || sum(people) || ' patients' FROM"
                                + " cohort.dataset_unmatched WHERE dataset_id = ?",
                        loading.key());
        if (unmatched != null) {
            loading.note("Without an area in England: " + unmatched + ".");
        }
        new VintageCheck(loading)
                .of(
                        "SELECT DISTINCT area_code AS code FROM cohort.practice_area WHERE area_code ~"
                                + " '^E01[0-9]{6}$' AND dataset_id = "
                                + loading.key());
    }
}
