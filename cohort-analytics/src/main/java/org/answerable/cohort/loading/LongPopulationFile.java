package org.answerable.cohort.loading;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.cohort.data.DatasetFacts;
import org.answerable.cohort.file.CopyRows;
import org.answerable.cohort.file.UnreadableFile;
import org.answerable.cohort.quantity.AreaVintage;

/**
 * Populations with one row for each area, sex and age: GP registrations of NHS England and what
 * Nomis gives. The sexes are added up, and a dataset of one sex says so. A row for all ages or both
 * sexes is never added to its parts: it is held against them.
 */
final class LongPopulationFile {

    private static final String STAGING =
            "place bigint, code text, name text, district text, sex smallint, age smallint, people integer";
    private static final Pattern AGE =
            Pattern.compile("(?:aged? )?(\\d{1,3})( ?\\+| and over.*)?(?: years?)?");
    private static final int ALL = 0;
    private static final int MALE = 1;
    private static final int FEMALE = 2;
    private static final int NO_AGE = -1;
    private static final int OLDEST = 120;
    private static final int NOMIS_ALL_AGES = 200;
    private static final int NOMIS_AGE_0 = 101;
    private static final int NOMIS_OPEN = 191;

    private final Loading loading;
    private final FileForm form;
    private final Header header;
    private final String vintage;
    private final int code;
    private final int name;
    private final int district;
    private final int sex;
    private final int age;
    private final int people;
    private final int date;
    private final int level;
    private final int measure;
    private LocalDate extracted;
    private String period;
    private int openFrom = -1;
    private String rowCode;
    private int rowSex;
    private int rowAge;
    private int rowPeople;
    private long otherLevels;

    LongPopulationFile(Loading loading, FileForm form) {
        this.loading = loading;
        this.form = form;
        this.header = loading.header();
        this.vintage = loading.description().vintage();
        this.code = header.at("org code", "code", "geography code");
        this.name = header.at("geography name");
        this.district =
                form == FileForm.GP_REGIONS || form == FileForm.NOMIS
                        ? -1
                        : header.at("sub icb location code", "ccg code");
        this.sex = header.at("sex", "gender name", "gender");
        this.age = header.at("age", "c age name", "c age");
        this.people = header.at("number of patients", "obs value");
        this.date = header.at("extract date", "date name", "date");
        this.level = form == FileForm.GP_REGIONS ? header.at("org type") : -1;
        this.measure = header.at("measures", "measures name");
    }

    DatasetFacts load() throws SQLException, IOException {
        checkVintage();
        loading.stage("population_staging", STAGING, new Reading());
        if (loading.sound()) {
            checkTogether();
        }
        return loading.sound()
                ? keep()
                : DatasetFacts.ofPopulation(loading.rows(), 0, -1, false, List.of());
    }

    private void checkVintage() {
        List<String> allowed =
                switch (form) {
                    case GP_REGIONS -> List.of("SUB_ICB", "NHS_ICB", "NHS_REGION", "ENGLAND");
                    case NOMIS ->
                            java.util.Arrays.stream(AreaVintage.values())
                                    .filter(v -> !v.prefixes().isEmpty())
                                    .map(Enum::name)
                                    .toList();
                    default -> List.of("GP_PRACTICE");
                };
        if (!allowed.contains(vintage)) {
            throw new UnreadableFile(
                    header.line(),
                    "The rows of this file are of one of "
                            + String.join(", ", allowed)
                            + "; the description says "
                            + vintage
                            + ". Correct the description.");
        }
    }

    /** One row. */
    private final class Reading implements Loading.Row {

        @Override
        public boolean read() {
            if (!ofWantedLevel()) {
                otherLevels++;
                return false;
            }
            checkDate();
            rowCode = code();
            rowSex = sex();
            rowAge = age();
            rowPeople = loading.count(people);
            if (measure >= 0
                    && !loading.text(measure).toLowerCase(Locale.ROOT).matches("20100|value")) {
                loading.reject(measure, "Only counts are taken: measure 20100, Value.");
            }
            return true;
        }

        @Override
        public void write(CopyRows out, long place) throws SQLException {
            out.row(7);
            out.bigint(place);
            out.text(rowCode);
            out.text(name < 0 ? null : loading.text(name));
            out.text(district < 0 ? null : loading.text(district));
            out.smallint(rowSex);
            out.smallint(rowAge == NO_AGE ? OLDEST + 1L : rowAge);
            out.integer(rowPeople);
        }
    }

    private boolean ofWantedLevel() {
        if (level < 0) {
            return true;
        }
        String type = loading.text(level).toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
        String found =
                type.contains("SUB_ICB") || type.equals("CCG")
                        ? "SUB_ICB"
                        : type.equals("ICB") || type.equals("STP")
                                ? "NHS_ICB"
                                : type.contains("REGION")
                                        ? "NHS_REGION"
                                        : type.equals("ENGLAND") || type.equals("NATIONAL")
                                                ? "ENGLAND"
                                                : "";
        if (found.isEmpty()) {
            loading.reject(
                    level,
                    "This level is not known. Known: sub-ICB location or CCG, ICB or STP, region,"
                            + " England or National.");
        }
        return found.equals(vintage);
    }

    private void checkDate() {
        if (date < 0) {
            return;
        }
        String text = loading.text(date);
        if (form == FileForm.NOMIS) {
            period = period == null ? text : period;
            if (!period.equals(text)) {
                loading.reject(
                        date, "The file has several dates; " + period + " came first. Take one.");
            } else if (!text.isEmpty()
                    && !text.contains(String.valueOf(loading.description().asAt().getYear()))) {
                loading.reject(
                        date,
                        "The description says that people are counted at "
                                + loading.description().asAt()
                                + ".");
            }
            return;
        }
        LocalDate day = ExtractDates.day(text);
        if (day == null) {
            loading.reject(date, "Write the day as 04JAN2021 or 2021-01-04.");
        } else if (extracted == null) {
            extracted = day;
        } else if (!extracted.equals(day)) {
            loading.reject(
                    date, "The file has several extract dates; " + extracted + " came first.");
        }
        if (day != null && !day.equals(loading.description().asAt())) {
            loading.reject(
                    date,
                    "The description says that people are counted at "
                            + loading.description().asAt()
                            + ".");
        }
    }

    private String code() {
        String text = loading.text(code);
        boolean good =
                form == FileForm.NOMIS
                        ? text.matches("[A-Z]\\d{8}")
                                && AreaVintage.valueOf(vintage)
                                        .prefixes()
                                        .contains(text.substring(0, 3))
                        : text.matches("[A-Za-z0-9]{1,9}");
        if (!good) {
            loading.reject(
                    code, "This is not a code of " + AreaVintage.valueOf(vintage).label() + ".");
        }
        return text;
    }

    private int sex() {
        String text = sex < 0 ? "ALL" : loading.text(sex).toUpperCase(Locale.ROOT);
        return switch (text) {
            case "ALL", "TOTAL", "0" -> ALL;
            case "MALE", "MALES", "M", "1" -> MALE;
            case "FEMALE", "FEMALES", "F", "2" -> FEMALE;
            default -> {
                loading.reject(sex, "MALE, FEMALE or ALL is expected.");
                yield ALL;
            }
        };
    }

    private int age() {
        String text = loading.text(age).toLowerCase(Locale.ROOT);
        if (text.matches("all( ages)?|total")) {
            return NO_AGE;
        }
        Matcher found = AGE.matcher(text);
        if (!found.matches()) {
            loading.reject(age, "A single year of age is expected, such as 0 or 95+, or ALL.");
            return NO_AGE;
        }
        int years = Integer.parseInt(found.group(1));
        boolean open = found.group(2) != null;
        if (header.at("c age name") < 0 && header.at("c age") == age) {
            open = years == NOMIS_OPEN;
            if (years == NOMIS_ALL_AGES) {
                return NO_AGE;
            }
            years -= NOMIS_AGE_0;
        }
        if (years < 0
                || years > OLDEST
                || openFrom >= 0 && (open != (years == openFrom) || years > openFrom)) {
            loading.reject(
                    age, "This age does not go with those above: only the last may be open.");
            return NO_AGE;
        }
        if (open) {
            openFrom = years;
        }
        return years;
    }

    /** What only all rows together tell. */
    private void checkTogether() throws SQLException {
        String columnOfAge = header.name(age);
        loading.rejectAll(
                "SELECT max(place), code, min(place) & 1099511627775 FROM population_staging GROUP BY"
                        + " code, sex, age HAVING count(*) > 1 ORDER BY 1",
                header.name(code),
                "This area, sex and age is on line %s already.");
        loading.rejectAll(
                "SELECT a.place, a.people::text, p.sum::text FROM population_staging a JOIN (SELECT code,"
                        + " sex, sum(people) FROM population_staging WHERE age <= 120 GROUP BY code, sex)"
                        + " p USING (code, sex) WHERE a.age > 120 AND a.people <> p.sum ORDER BY 1",
                header.name(people),
                "The row for all ages is not the sum of the ages, which is %s.");
        loading.rejectAll(
                "SELECT a.place, a.people::text, p.sum::text FROM population_staging a JOIN (SELECT code,"
                        + " age, sum(people), count(*) FROM population_staging WHERE sex > 0 GROUP BY code,"
                        + " age) p USING (code, age) WHERE a.sex = 0 AND (a.people < p.sum OR p.count = 2"
                        + " AND a.people <> p.sum) ORDER BY 1",
                header.name(people),
                "The row for both sexes is not the sum of the sexes, which is %s.");
        loading.rejectAll(
                "SELECT max(place), code, string_agg(age::text, ', ' ORDER BY age) FROM (SELECT s.code,"
                        + " s.sex, g.age, s.place FROM (SELECT code, sex, max(place) AS place FROM"
                        + " population_staging WHERE age <= 120 GROUP BY code, sex) s CROSS JOIN"
                        + " generate_series((SELECT min(age)::integer FROM population_staging), (SELECT max(age)::integer"
                        + " FROM population_staging WHERE age <= 120)) g (age) WHERE NOT EXISTS (SELECT"
                        + " FROM population_staging p WHERE p.code = s.code AND p.sex = s.sex AND p.age ="
                        + " g.age)) m GROUP BY code, sex ORDER BY 1",
                columnOfAge,
                "This area has no row for age %s. Nobody counted is written as 0.");
    }

    private DatasetFacts keep() throws SQLException {
        List<String> sexes = new ArrayList<>();
        boolean bySex = Boolean.parseBoolean(value("bool_or(sex > 0)"));
        if (bySex) {
            // The parts are kept; a row for both sexes was held against them.
            loading.execute("DELETE FROM population_staging WHERE sex = 0");
            sexes =
                    split(
                            loading.value(
                                    "SELECT string_agg(DISTINCT sex::text, ',') FROM population_staging"));
        }
        boolean byAge = Boolean.parseBoolean(value("bool_or(age <= 120)"));
        if (byAge) {
            loading.execute("DELETE FROM population_staging WHERE age > 120");
        }
        int first = byAge ? Integer.parseInt(value("min(age)")) : 0;
        int last = byAge ? Integer.parseInt(value("max(age)")) : -1;
        long areas =
                loading.update(
                        """
                        INSERT INTO cohort.population_area
                            (dataset_id, area_code, area_name, district, total_population, ages)
                        SELECT ?, code, max(name), max(district),
                            CASE WHEN ? THEN sum(people)::integer END,
                            COALESCE(array_agg(people::integer ORDER BY age) FILTER (WHERE age <= 120), '{}')
                        FROM (SELECT code, max(name) AS name, max(NULLIF(district, '')) AS district, age,
                                sum(people) AS people
                            FROM population_staging GROUP BY code, age) summed
                        GROUP BY code ORDER BY code COLLATE "C\"""",
                        loading.key(),
                        first == 0);
        if (sexes.equals(List.of("1")) || sexes.equals(List.of("2"))) {
            loading.note(sexes.get(0).equals("1") ? "Males only." : "Females only.");
        }
        if (otherLevels > 0) {
            loading.note(otherLevels + " rows of the file are of other levels and were not taken.");
        }
        new VintageCheck(loading).ofPopulation();
        boolean open = openFrom >= 0;
        return DatasetFacts.ofPopulation(areas, first, open ? last - 1 : last, open, districts());
    }

    private List<String> districts() throws SQLException {
        try (PreparedStatement select =
                        loading.connection()
                                .prepareStatement(
                                        "SELECT DISTINCT district FROM population_staging WHERE district <>"
                                                + " '' ORDER BY 1");
                ResultSet row = select.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    private String value(String expression) throws SQLException {
        String value = loading.value("SELECT " + expression + " FROM population_staging");
        return "t".equals(value) ? "true" : value;
    }

    private static List<String> split(String text) {
        return text == null ? List.of() : List.of(text.split(","));
    }
}
