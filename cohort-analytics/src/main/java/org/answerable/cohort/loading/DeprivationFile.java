package org.answerable.cohort.loading;

import java.io.IOException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.data.DatasetFacts;
import org.answerable.cohort.file.CopyRows;
import org.answerable.cohort.file.UnreadableFile;

/**
 * Ranks and tenths of the Index of Multiple Deprivation: file 7 of the English indices of 2019 (LSOA
 * of 2011) or 2025 (LSOA of 2021), or a short form. Rank 1 and tenth 1 are the most deprived.
 */
final class DeprivationFile {

    private static final String AREA = "lsoa code \\((2011|2021)\\)|lsoa(11|21) code|lsoa(11|21)cd";
    private static final String INDEX = "index of multiple deprivation \\(imd\\) ";
    private static final String SHORT = "imd(2019|2025)? ";
    private static final int MOST_AREAS = 100_000;

    private final Loading loading;
    private final Header header;
    private final int area;
    private final int rank;
    private final int decile;
    private int rowRank;
    private int rowDecile;

    DeprivationFile(Loading loading) {
        this.loading = loading;
        this.header = loading.header();
        this.area = area(header);
        this.rank = rank(header);
        this.decile = decile(header);
    }

    static int area(Header header) {
        return header.like(AREA);
    }

    static int rank(Header header) {
        return header.like(INDEX + "rank.*|" + SHORT + "rank");
    }

    static int decile(Header header) {
        return header.like(INDEX + "decile.*|" + SHORT + "decile");
    }

    /** Vintage of the areas, from the name of their column. */
    static String vintage(Header header) {
        Matcher year = Pattern.compile("(11|21)").matcher(header.name(area(header)));
        return year.find() ? "LSOA_20" + year.group(1) : null;
    }

    DatasetFacts load() throws SQLException, IOException {
        if (!loading.description().vintage().equals(vintage(header))) {
            throw new UnreadableFile(
                    header.line(),
                    "The areas of this file are "
                            + vintage(header)
                            + ", the description says "
                            + loading.description().vintage()
                            + ". Correct the one that is wrong.");
        }
        loading.stage(
                "deprivation_staging",
                "place bigint, code text, imd_rank integer, imd_decile smallint",
                new Reading());
        if (loading.sound()) {
            checkTogether();
        }
        if (loading.sound()) {
            keep();
        }
        return DatasetFacts.of(DatasetKind.DEPRIVATION, loading.rows());
    }

    private final class Reading implements Loading.Row {

        @Override
        public boolean read() {
            if (!loading.text(area).matches("[EW]01\\d{6}")) {
                loading.reject(area, "This is not a code of an LSOA: E01 or W01 and six digits.");
            }
            rowRank = loading.whole(rank, MOST_AREAS);
            rowDecile = loading.whole(decile, 10);
            return true;
        }

        @Override
        public void write(CopyRows out, long place) throws SQLException {
            out.row(4);
            out.bigint(place);
            out.text(loading.text(area));
            out.integer(rowRank);
            out.smallint(rowDecile);
        }
    }

    private void checkTogether() throws SQLException {
        String first =
                "SELECT max(place), %1$s::text, min(place) & 1099511627775 FROM deprivation_staging"
                        + " GROUP BY %1$s HAVING count(*) > 1 ORDER BY 1";
        loading.rejectAll(
                first.formatted("code"), header.name(area), "This area is on line %s already.");
        loading.rejectAll(
                first.formatted("imd_rank"),
                header.name(rank),
                "This rank is on line %s already. A rank is given once.");
        loading.rejectAll(
                "SELECT place, imd_decile::text, imd_rank::text FROM (SELECT *, max(imd_decile) OVER (ORDER"
                        + " BY imd_rank) AS so_far FROM deprivation_staging) d WHERE imd_decile < so_far"
                        + " ORDER BY 1",
                header.name(decile),
                "A less deprived area cannot be in a more deprived tenth: its rank is %s. 1 is the most"
                        + " deprived in both.");
    }

    private void keep() throws SQLException {
        String vintage = loading.description().vintage();
        AreaKeys.add(loading, "SELECT '" + vintage + "' AS vintage, code FROM deprivation_staging");
        loading.update(
                "INSERT INTO cohort.deprivation (dataset_id, area_key, imd_rank, imd_decile) SELECT ?,"
                        + " a.area_key, s.imd_rank, s.imd_decile FROM deprivation_staging s JOIN cohort.area a"
                        + " ON a.vintage = ? AND a.code = s.code ORDER BY a.area_key",
                loading.key(),
                vintage);
        new VintageCheck(loading).of("SELECT code FROM deprivation_staging");
    }
}
