package org.answerable.cohort.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.ExtractDescription;
import org.answerable.cohort.Progress;
import org.answerable.cohort.data.DatasetFacts;
import org.answerable.cohort.data.DatasetIntake;
import org.answerable.cohort.file.CheckedRows;
import org.answerable.cohort.file.CopyRows;
import org.answerable.cohort.file.CsvRecords;
import org.answerable.cohort.file.ReceivedBytes;
import org.answerable.cohort.file.Rejections;
import org.answerable.cohort.file.UnreadableFile;
import org.postgresql.PGConnection;

/**
 * Registrations: each row is checked while it passes into a staging table; what only all rows
 * together can tell (registrations of a child that overlap, siblings) is found set-wise while they
 * are put in the order of families.
 */
final class RegistrationsFile implements DatasetIntake.Content, CheckedRows.Row {

    private static final String STAGING =
            """
            CREATE TEMPORARY TABLE registration_staging (line bigint, child_key integer,
                family_key integer, area integer, birth_month smallint, from_day date, to_day date)
                ON COMMIT DROP;
            CREATE TEMPORARY TABLE area_staging (area integer, code text) ON COMMIT DROP""";

    private static final String AREAS =
            """
            INSERT INTO cohort.area (vintage, code)
            SELECT ?, s.code FROM area_staging s
            WHERE NOT EXISTS (SELECT FROM cohort.area a WHERE a.vintage = ? AND a.code = s.code)
            ORDER BY s.code
            ON CONFLICT DO NOTHING""";

    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO cohort.registration (dataset_id, child_key, family_key, area_key,
                    from_day, to_day, next_day, birth_month, siblings)
                SELECT ?, s.child_key, s.family_key, a.area_key, s.from_day,
                    COALESCE(s.to_day, 'infinity'), COALESCE(lead(s.from_day) OVER child, 'infinity'),
                    s.birth_month,
                    min(s.child_key) OVER family <> max(s.child_key) OVER family
                FROM registration_staging s
                JOIN area_staging USING (area)
                JOIN cohort.area a ON a.vintage = ? AND a.code = area_staging.code
                WINDOW child AS (PARTITION BY s.family_key, s.child_key ORDER BY s.from_day),
                    family AS (PARTITION BY s.family_key ORDER BY s.child_key, s.from_day
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
                RETURNING child_key, to_day, next_day),
            overlapping AS (
                SELECT child_key, next_day FROM kept
                WHERE next_day < to_day)
            SELECT max(s.line), s.from_day FROM overlapping o
            JOIN registration_staging s ON s.child_key = o.child_key AND s.from_day = o.next_day
            GROUP BY s.child_key, s.from_day ORDER BY 1""";

    private static final int REPORT_EVERY = 10_000;

    private final ExtractDescription description;
    private final Progress progress;
    private final Pseudonyms childNames;
    private final Pseudonyms familyNames;
    private final LsoaCodes areas = new LsoaCodes();
    private final Children children = new Children();
    private CsvRecords records;
    private ExtractFields fields;
    private Rejections rejections;
    private CheckedRows rows;
    private int child;
    private int family;
    private int area;
    private int birthMonth;
    private int from;
    private int to;

    RegistrationsFile(ExtractDescription description, PseudonymKey key, Progress progress) {
        this.description = description;
        this.progress = progress;
        this.childNames = new Pseudonyms(key.mac());
        this.familyNames = new Pseudonyms(key.mac());
    }

    @Override
    public DatasetFacts copyInto(
            Connection connection, long key, ReceivedBytes file, Rejections faults)
            throws SQLException {
        progress.worksIn(connection.unwrap(PGConnection.class).getBackendPID());
        records = new CsvRecords(file);
        rejections = faults;
        rows = new CheckedRows(records, file, rejections, progress, REPORT_EVERY);
        try {
            if (!records.next()) {
                throw new UnreadableFile(1, "The file is empty.");
            }
            fields = ExtractFields.of(records, RegistrationColumns.NAMES, rejections);
            if (fields != null) {
                stage(connection);
            }
            if (rejections.none()) {
                keep(connection, Math.toIntExact(key));
            }
        } catch (UnreadableFile e) {
            rejections.add(e.line(), "", "", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("The upload broke off", e);
        }
        return DatasetFacts.ofExtract(
                DatasetKind.REGISTRATIONS,
                rows.count(),
                description.coversFrom(),
                description.coversTo(),
                null,
                null,
                null,
                description.synthetic());
    }

    private void stage(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGING);
        }
        rows.copyInto(connection, "registration_staging", this);
    }

    @Override
    public void writeTo(CopyRows out) throws SQLException {
        out.row(7);
        out.bigint(records.line());
        out.integer(child);
        out.integer(family);
        out.integer(area);
        out.smallint(birthMonth);
        out.day(from);
        out.day(to);
    }

    @Override
    public boolean check() {
        long before = rejections.count();
        if (!fields.fit()) {
            return false;
        }
        child = pseudonym(RegistrationColumns.CHILD, childNames);
        family = pseudonym(RegistrationColumns.FAMILY, familyNames);
        checkBirth();
        checkArea();
        checkPeriod();
        if (rejections.count() == before) {
            checkChild();
        }
        return rejections.count() == before;
    }

    private int pseudonym(int column, Pseudonyms names) {
        int start = fields.start(column);
        int end = fields.end(column);
        if (end == start || end - start > RegistrationColumns.LONGEST_PSEUDONYM) {
            fields.reject(
                    column,
                    "A pseudonym of 1 to "
                            + RegistrationColumns.LONGEST_PSEUDONYM
                            + " bytes is expected.");
            return 0;
        }
        return names.add(records.bytes(), start, end);
    }

    private void checkBirth() {
        int column = RegistrationColumns.BIRTH_MONTH;
        birthMonth = Days.monthOf(records.bytes(), fields.start(column), fields.end(column));
        if (birthMonth == Days.BAD) {
            fields.reject(column, "Write the month of birth as 2021-03.");
        } else if (Days.firstDayOf(birthMonth) >= description.coversTo().toEpochDay()) {
            fields.reject(column, "The child is born after the period that the extract covers.");
        }
    }

    private void checkArea() {
        int column = RegistrationColumns.LSOA;
        area = areas.number(records.bytes(), fields.start(column), fields.end(column));
        if (area < 0) {
            fields.reject(column, "This is not a code of an LSOA: E01 or W01 and six digits.");
        }
    }

    private void checkPeriod() {
        from = fields.day(RegistrationColumns.FROM);
        int column = RegistrationColumns.TO;
        to = fields.start(column) == fields.end(column) ? Integer.MAX_VALUE : fields.day(column);
        if (from == Days.BAD || to == Days.BAD) {
            return;
        }
        if (to <= from) {
            fields.reject(column, "The registration ends before it begins, or on the same day.");
        }
        if (birthMonth != Days.BAD && Days.monthOf(from) < birthMonth) {
            fields.reject(
                    RegistrationColumns.FROM, "The registration begins before the child is born.");
        }
        if (from >= description.coversTo().toEpochDay()) {
            fields.reject(
                    RegistrationColumns.FROM,
                    "The registration begins after the period that the extract covers.");
        }
    }

    private void checkChild() {
        int known = children.family(child);
        if (known == 0) {
            children.put(child, family, birthMonth);
        } else if (known != family) {
            fields.reject(
                    RegistrationColumns.FAMILY,
                    "The child has another family further up. A child is in one family.");
        } else if (children.birthMonth(child) != birthMonth) {
            fields.reject(
                    RegistrationColumns.BIRTH_MONTH,
                    "The child has another month of birth further up.");
        }
    }

    private void keep(Connection connection, int key) throws SQLException {
        ExtractTables.copy(
                connection,
                "area_staging",
                out -> {
                    for (int i = 0; i < areas.codes().size(); i++) {
                        out.row(2);
                        out.integer(i);
                        out.text(areas.codes().get(i));
                    }
                });
        try (PreparedStatement insert = connection.prepareStatement(AREAS)) {
            insert.setString(1, description.vintage());
            insert.setString(2, description.vintage());
            insert.executeUpdate();
        }
        ExtractTables.forLargeSorts(connection);
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setInt(1, key);
            keep.setString(2, description.vintage());
            try (ResultSet overlap = keep.executeQuery()) {
                while (overlap.next()) {
                    rejections.add(
                            overlap.getLong(1),
                            RegistrationColumns.NAMES.get(RegistrationColumns.FROM),
                            overlap.getString(2),
                            "The child is registered already on this day. Two registrations of a"
                                    + " child may not overlap.");
                }
            }
        }
        if (rejections.none()) {
            ExtractTables.copy(
                    connection,
                    "cohort.pseudonym (dataset_id, child, key, hash)",
                    out -> {
                        childNames.writeTo(out, key, true);
                        familyNames.writeTo(out, key, false);
                    });
        }
    }
}
