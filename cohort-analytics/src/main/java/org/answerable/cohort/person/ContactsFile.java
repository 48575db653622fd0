package org.answerable.cohort.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
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
 * Contacts: all that can be wrong with one shows while it passes, since the children are at hand;
 * so it goes straight into its table, in the transaction that keeps all or none.
 */
final class ContactsFile implements DatasetIntake.Content, CheckedRows.Row {

    private static final String TABLE =
            "cohort.contact (dataset_id, family_key, child_key, day, month, birth_month, service, mode)";
    private static final int REPORT_EVERY = 50_000;

    private final ExtractDescription description;
    private final String registrations;
    private final int registrationsKey;
    private final PseudonymKey key;
    private final Progress progress;
    private final int firstDay;
    private final int endDay;
    private final int firstMonth;
    private CsvRecords records;
    private ExtractFields fields;
    private Rejections rejections;
    private KnownPeople people;
    private ContactWords services;
    private ContactWords modes;
    private ContactMonths months;
    private CheckedRows rows;
    private Integer bornFrom;
    private int dataset;
    private int child;
    private int family;
    private int day;
    private int service;
    private int mode;

    /**
     * @param registrations reference of the registrations
     * @param registrationsKey their key in the database
     */
    ContactsFile(
            ExtractDescription description,
            String registrations,
            int registrationsKey,
            PseudonymKey key,
            Progress progress) {
        this.description = description;
        this.registrations = registrations;
        this.registrationsKey = registrationsKey;
        this.key = key;
        this.progress = progress;
        this.firstDay = (int) description.coversFrom().toEpochDay();
        this.endDay = (int) description.coversTo().toEpochDay();
        this.firstMonth =
                Math.max(
                        Days.monthOf(firstDay),
                        Days.monthOf(endDay - 1) - ContactMonths.LENGTH + 1);
    }

    @Override
    public DatasetFacts copyInto(
            Connection connection, long datasetId, ReceivedBytes file, Rejections faults)
            throws SQLException {
        progress.worksIn(connection.unwrap(PGConnection.class).getBackendPID());
        records = new CsvRecords(file);
        rejections = faults;
        dataset = Math.toIntExact(datasetId);
        rows = new CheckedRows(records, file, rejections, progress, REPORT_EVERY);
        try {
            if (!records.next()) {
                throw new UnreadableFile(1, "The file is empty.");
            }
            fields = ExtractFields.of(records, ContactColumns.NAMES, rejections);
            if (fields != null) {
                copy(connection);
            }
        } catch (UnreadableFile e) {
            rejections.add(e.line(), "", "", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("The upload broke off", e);
        }
        return DatasetFacts.ofExtract(
                DatasetKind.CONTACTS,
                rows.count(),
                description.coversFrom(),
                description.coversTo(),
                registrations,
                firstMonth,
                bornFrom,
                description.synthetic());
    }

    private void copy(Connection connection) throws SQLException, IOException {
        people = KnownPeople.of(connection, registrationsKey, key);
        services = ContactWords.of(connection, "SERVICE");
        modes = ContactWords.of(connection, "MODE");
        months =
                new ContactMonths(
                        firstMonth, people.childNames().size(), people.familyNames().size());
        rows.copyInto(connection, TABLE, this);
        if (rejections.none()) {
            services.keep(connection);
            modes.keep(connection);
            months.keep(connection, dataset, registrationsKey);
            bornFrom = people.children().earliestBirthMonth();
            if (bornFrom != null) {
                new ContactBlocks(connection, dataset, months, bornFrom, Days.monthOf(endDay - 1))
                        .keep(registrationsKey);
            }
        }
    }

    @Override
    public void writeTo(CopyRows out) throws SQLException {
        int month = Days.monthOf(day);
        out.row(8);
        out.integer(dataset);
        out.integer(family);
        out.integer(child == 0 ? -1 : child);
        out.day(day);
        out.smallint(month);
        out.smallint(child == 0 ? -1 : people.children().birthMonth(child));
        out.smallint(service);
        out.smallint(mode);
        months.note(child, family, month);
    }

    @Override
    public boolean check() {
        long before = rejections.count();
        if (!fields.fit()) {
            return false;
        }
        checkPeople();
        service = word(ContactColumns.SERVICE, services, "a service");
        mode = word(ContactColumns.MODE, modes, "a mode of contact");
        checkDay(rejections.count() == before);
        return rejections.count() == before;
    }

    private void checkPeople() {
        int start = fields.start(ContactColumns.CHILD);
        int end = fields.end(ContactColumns.CHILD);
        boolean anyChild = end > start;
        child = anyChild ? people.childNames().find(records.bytes(), start, end) : 0;
        if (anyChild && child == 0) {
            fields.reject(
                    ContactColumns.CHILD,
                    "This child is not in the registrations " + registrations + ".");
            return;
        }
        start = fields.start(ContactColumns.FAMILY);
        end = fields.end(ContactColumns.FAMILY);
        if (start == end) {
            family = people.children().family(child);
            if (!anyChild) {
                fields.reject(ContactColumns.CHILD, "Neither child nor family is given.");
            }
            return;
        }
        family = people.familyNames().find(records.bytes(), start, end);
        if (family == 0) {
            fields.reject(
                    ContactColumns.FAMILY,
                    "This family is not in the registrations " + registrations + ".");
        } else if (anyChild && people.children().family(child) != family) {
            fields.reject(
                    ContactColumns.FAMILY,
                    "The child has another family in the registrations. A child is in one family.");
        }
    }

    private int word(int column, ContactWords words, String what) {
        int number = words.number(records.bytes(), fields.start(column), fields.end(column));
        if (number == 0) {
            fields.reject(
                    column, "The name of " + what + " is expected: letters, digits, - and spaces.");
        } else if (number < 0) {
            fields.reject(
                    column, "There are more than " + ContactWords.MOST + " different names here.");
        }
        return number;
    }

    private void checkDay(boolean childKnown) {
        day = fields.day(ContactColumns.DATE);
        if (day == Days.BAD) {
            return;
        }
        if (day < firstDay || day >= endDay) {
            fields.reject(
                    ContactColumns.DATE,
                    "The contact lies outside the period that the extract covers.");
        } else if (childKnown
                && child > 0
                && Days.monthOf(day) < people.children().birthMonth(child)) {
            fields.reject(
                    ContactColumns.DATE,
                    "The contact is before the child is born. Leave the child blank for a contact"
                            + " with the family.");
        }
    }
}
