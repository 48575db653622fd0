package org.answerable.cohort;

import java.io.InputStream;

/**
 * Loads person-level extracts: CSV in UTF-8, a header with exactly these names in any order. A
 * column that is not named here is refused, so that nothing about a person comes in unnoticed.
 *
 * <p>Registrations, one row for each time a child was registered: {@code child}, {@code family}
 * (pseudonyms, at most 100 bytes), {@code birth_month} ({@code 2021-03}; a full date is cut to its
 * month), {@code lsoa}, {@code registered_from}, {@code registered_to} (days; {@code
 * registered_to} is the first day no longer registered, blank while it lasts).
 *
 * <p>Contacts, one row each: {@code child}, {@code family} (one may be blank; a contact without
 * child is one with the family as a whole), {@code service}, {@code date}, {@code mode}.
 *
 * <p>Pseudonyms are hashed again at the door (HMAC-SHA-256 with this installation's key) and never
 * stored as they came.
 */
public interface PersonExtracts {

    /**
     * Loads registrations as a new dataset: all rows or none. A child in two families, two birth
     * months for one child, overlapping registrations and registrations before birth are faults.
     *
     * @throws InvalidInput the description is incomplete or contradicts itself
     * @throws TooLarge the file is larger than the limit; nothing is kept
     * @throws Conflict this installation has no key for pseudonyms
     * @throws NotAllowed the actor is not an analyst
     */
    LoadReport loadRegistrations(
            ExtractDescription description,
            String fileName,
            InputStream file,
            Actor actor,
            Progress progress);

    /**
     * Loads contacts with the children of a dataset of registrations: all rows or none. A contact
     * of an unknown child, before its birth, outside the period covered, or of a child with another
     * family is a fault.
     *
     * @param registrations reference of the registrations
     * @throws InvalidInput as above, or there are no such registrations
     */
    LoadReport loadContacts(
            ExtractDescription description,
            String registrations,
            String fileName,
            InputStream file,
            Actor actor,
            Progress progress);
}
