package org.answerable.cohort.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.cohort.file.CsvRecords;
import org.answerable.cohort.file.SafeText;
import org.answerable.cohort.file.UnreadableFile;
import org.answerable.cohort.quantity.AreaVintage;

/**
 * What each column of a population file is, found by its name in the header and never by the file's
 * name. Names are compared without regard to case and space. Besides its own form it knows the two of the
 * Office for National Statistics: {@code LSOA Code, ..., All Ages, 0, ..., 90+} (mid-2020, boundaries of 2011) and
 * {@code LSOA 2021 Code, ..., Total, F0, ..., F90, M0, ..., M90}, where 90 stands for 90 and over.
 *
 * @param names names as found, trimmed
 * @param vintage code set of the area column
 * @param areaCode position of the area code
 * @param areaName position, or -1
 * @param district position, or -1
 * @param total position, or -1
 * @param imdDecile position, or -1
 * @param imdRank position, or -1
 * @param incomeDecile position, or -1
 * @param ageFirst first single year of age
 * @param ages positions of the ages in order of age
 * @param alsoAges positions of numbers to add to these, where the sexes are apart; or empty
 * @param openLast whether the last of these is an open band ({@code age_90+})
 */
record PopulationHeader(
        List<String> names,
        AreaVintage vintage,
        int areaCode,
        int areaName,
        int district,
        int total,
        int imdDecile,
        int imdRank,
        int incomeDecile,
        int ageFirst,
        List<Integer> ages,
        List<Integer> alsoAges,
        boolean openLast) {

    private static final String EXPECTED =
            " Expected: one of lsoa11_code, lsoa21_code, ltla21_code, lad21_code or utla21_code; age_0, age_1 and so on"
                    + " (a last age_90+ may be open); and, if wanted, lsoa11_name, lsoa21_name,"
                    + " ltla21_name, lad21_name or utla21_name, district or lad_name, total_population, imd2019_decile,"
                    + " imd2019_rank, income2019_decile.";
    private static final Pattern AGE = Pattern.compile("age_(\\d{1,3})(\\+?)");
    private static final Pattern PLAIN_AGE = Pattern.compile("(\\d{1,3})(\\+?)");
    private static final Pattern AGE_OF_SEX = Pattern.compile("([fm])(\\d{1,2})");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:la|lad|ltla|utla)(?: \\d{4})? (code|name)(?: \\(.*\\))?");
    private static final int MAX_AGE = 120;
    private static final int ONS_OPEN = 90;

    /** Whether names, in lower case, look like a header of this form, so that its faults are worth telling. */
    static boolean fits(java.util.Set<String> names) {
        boolean own = names.stream().anyMatch(n -> AGE.matcher(n).matches());
        boolean published =
                names.contains("lsoa code") && names.contains("all ages")
                        || names.contains("lsoa 2021 code")
                                && names.contains("f0")
                                && names.contains("m0");
        return own || published;
    }

    /** Whether all ages of life are there, so that they must add up to the total. */
    boolean allAges() {
        return ageFirst == 0 && openLast;
    }

    /** The last single year of age; the open band is none. */
    int ageLast() {
        return ageFirst + ages.size() - 1 - (openLast ? 1 : 0);
    }

    /**
     * Reads the header from the record the reader stands on.
     *
     * @throws UnreadableFile a column is missing, unknown or named twice; the message lists what
     *     was found and what is expected
     */
    static PopulationHeader of(CsvRecords records) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < records.fields(); i++) {
            names.add(records.text(i));
        }
        return new Reading(records.line(), names).header();
    }

    /** The header while its columns are told apart. */
    private static final class Reading {
        private final long line;
        private final List<String> names;
        private final TreeMap<Integer, Integer> agePositions = new TreeMap<>();
        private AreaVintage vintage;
        private int areaCode = -1;
        private int areaName = -1;
        private int district = -1;
        private int total = -1;
        private int imdDecile = -1;
        private int imdRank = -1;
        private int incomeDecile = -1;
        private int openFrom = -1;
        private final TreeMap<Integer, Integer> malePositions = new TreeMap<>();

        private final boolean plainAges;

        Reading(long line, List<String> names) {
            this.line = line;
            this.names = names;
            this.plainAges = names.stream().anyMatch(n -> n.equalsIgnoreCase("LSOA Code"));
        }

        PopulationHeader header() {
            for (int i = 0; i < names.size(); i++) {
                place(names.get(i).toLowerCase(Locale.ROOT).replaceAll("\\s+", " "), i);
            }
            if (areaCode < 0) {
                throw fault("There is no column with an area code.");
            }
            if (agePositions.isEmpty()) {
                throw fault("There is no column with a single year of age.");
            }
            insistOnConsecutiveAges();
            int name = areaName;
            // In a file of districts, the area is its own district.
            int districtOrName = district < 0 && vintage == AreaVintage.LAD_2021 ? name : district;
            return new PopulationHeader(
                    List.copyOf(names),
                    vintage,
                    areaCode,
                    name,
                    districtOrName,
                    total,
                    imdDecile,
                    imdRank,
                    incomeDecile,
                    agePositions.firstKey(),
                    List.copyOf(agePositions.values()),
                    males(),
                    openFrom >= 0);
        }

        private void place(String name, int at) {
            switch (name) {
                case "lsoa11_code" -> area(AreaVintage.LSOA_2011, at);
                case "lsoa21_code" -> area(AreaVintage.LSOA_2021, at);
                case "ltla21_code", "lad21_code" -> area(AreaVintage.LAD_2021, at);
                case "utla21_code" -> area(AreaVintage.COUNTY_2021, at);
                case "lsoa11_name", "lsoa21_name", "ltla21_name", "lad21_name", "utla21_name" ->
                        areaName = once(areaName, at);
                case "district", "lad_name" -> district = once(district, at);
                case "total_population" -> total = once(total, at);
                case "imd2019_decile" -> imdDecile = once(imdDecile, at);
                case "imd2019_rank" -> imdRank = once(imdRank, at);
                case "income2019_decile" -> incomeDecile = once(incomeDecile, at);
                case "lsoa code" -> area(AreaVintage.LSOA_2011, at);
                case "lsoa 2021 code" -> area(AreaVintage.LSOA_2021, at);
                case "lsoa name", "lsoa 2021 name" -> areaName = once(areaName, at);
                case "all ages", "total" -> total = once(total, at);
                default -> authorityOrAge(name, at);
            }
        }

        private void authorityOrAge(String name, int at) {
            Matcher authority = AUTHORITY.matcher(name);
            Matcher sex = AGE_OF_SEX.matcher(name);
            if (authority.matches()) {
                // Some files name the authority twice; the later boundaries stand last.
                district = authority.group(1).equals("name") ? at : district;
            } else if (sex.matches()) {
                ageOfSex(sex, at);
            } else {
                age(name, at);
            }
        }

        private void ageOfSex(Matcher sex, int at) {
            int year = Integer.parseInt(sex.group(2));
            if (year >= ONS_OPEN) {
                openFrom = year;
            }
            TreeMap<Integer, Integer> positions =
                    sex.group(1).equals("f") ? agePositions : malePositions;
            if (positions.put(year, at) != null) {
                fail(at);
            }
        }

        private List<Integer> males() {
            if (!malePositions.isEmpty() && !malePositions.keySet().equals(agePositions.keySet())) {
                throw fault("The ages of F and M columns are not the same.");
            }
            return List.copyOf(malePositions.values());
        }

        private void area(AreaVintage found, int at) {
            areaCode = once(areaCode, at);
            vintage = found;
        }

        private void age(String name, int at) {
            Matcher age = (plainAges ? PLAIN_AGE : AGE).matcher(name);
            if (!age.matches() || Integer.parseInt(age.group(1)) > MAX_AGE) {
                throw fault("The column \"" + shown(names.get(at)) + "\" is not known here.");
            }
            int year = Integer.parseInt(age.group(1));
            if (!age.group(2).isEmpty()) {
                openFrom = openFrom < 0 ? year : fail(at);
            }
            if (agePositions.put(year, at) != null) {
                fail(at);
            }
        }

        private int once(int before, int at) {
            return before < 0 ? at : fail(at);
        }

        private int fail(int at) {
            throw fault(
                    "The column \""
                            + shown(names.get(at))
                            + "\" is there twice, or two columns mean the same.");
        }

        private void insistOnConsecutiveAges() {
            int first = agePositions.firstKey();
            int last = agePositions.lastKey();
            for (int year = first; year <= last; year++) {
                if (!agePositions.containsKey(year)) {
                    throw fault(
                            "The column age_"
                                    + year
                                    + " is missing between age_"
                                    + first
                                    + " and age_"
                                    + last
                                    + ".");
                }
            }
            if (openFrom >= 0 && (openFrom != last || first == last)) {
                throw fault(
                        "Only the last of several ages can be open: age_" + openFrom + "+ is not.");
            }
        }

        private UnreadableFile fault(String what) {
            String found =
                    names.stream()
                            .limit(30)
                            .map(Reading::shown)
                            .reduce((a, b) -> a + ", " + b)
                            .orElse("nothing");
            String more = names.size() > 30 ? " and " + (names.size() - 30) + " more" : "";
            return new UnreadableFile(line, what + " Found: " + found + more + "." + EXPECTED);
        }

        private static String shown(String name) {
            return SafeText.shown(name);
        }
    }
}
