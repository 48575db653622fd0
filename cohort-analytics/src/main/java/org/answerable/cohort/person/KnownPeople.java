package org.answerable.cohort.person;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.answerable.cohort.file.CopiedRows;

/** The children and families of a dataset of registrations, found by their pseudonyms. */
final class KnownPeople {

    private final Pseudonyms childNames;
    private final Pseudonyms familyNames;
    private final Children children = new Children();

    private KnownPeople(PseudonymKey key) {
        childNames = new Pseudonyms(key.mac());
        familyNames = new Pseudonyms(key.mac());
    }

    static KnownPeople of(Connection connection, int registrations, PseudonymKey key)
            throws SQLException, IOException {
        KnownPeople people = new KnownPeople(key);
        try (CopiedRows rows =
                new CopiedRows(
                        connection,
                        "SELECT child, key, hash FROM cohort.pseudonym WHERE dataset_id = "
                                + registrations)) {
            while (rows.next()) {
                Pseudonyms names = rows.bool() ? people.childNames : people.familyNames;
                int number = rows.integer();
                rows.length();
                long high = rows.half();
                names.restore(high, rows.half(), number);
            }
        }
        try (CopiedRows rows =
                new CopiedRows(
                        connection,
                        "SELECT child_key, family_key, birth_month FROM cohort.registration"
                                + " WHERE dataset_id = "
                                + registrations)) {
            while (rows.next()) {
                int child = rows.integer();
                int family = rows.integer();
                people.children.put(child, family, rows.smallint());
            }
        }
        return people;
    }

    Pseudonyms childNames() {
        return childNames;
    }

    Pseudonyms familyNames() {
        return familyNames;
    }

    Children children() {
        return children;
    }
}
