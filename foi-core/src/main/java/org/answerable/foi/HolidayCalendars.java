package org.answerable.foi;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Versions of the days that are not working days (R3): append-only, adopted by a person who has seen
 * the differences. GOV.UK's list has shrunk before, so nothing is dropped unseen.
 */
public interface HolidayCalendars {

    /** The largest file that is read. GOV.UK's has about 40 kB. */
    int MOST_BYTES = 1 << 20;

    /** The newest first. For officers, auditors and administrators. */
    List<CalendarVersion> versions(Actor actor);

    /**
     * @throws NotFound when there is no such version
     */
    CalendarContent version(String version, Actor actor);

    /**
     * Reads GOV.UK's bank-holidays JSON, compares it with the version in force and keeps it for
     * confirmation. Nothing is applied.
     *
     * @throws InvalidInput naming what is wrong with the file, or that it changes nothing
     */
    CalendarProposal propose(InputStream file, Actor administrator) throws IOException;

    /**
     * @throws NotFound when there is no such proposal
     */
    CalendarProposal proposal(long id, Actor administrator);

    /**
     * Puts a proposal in force and counts every open case anew, with an entry in its history.
     *
     * @param confirmed that dates may be lost; needed only when they are
     * @param reason why; needed with it
     * @return the name of the new version
     * @throws Conflict when it was adopted already, or another version has come into force since
     */
    String adopt(long id, boolean confirmed, String reason, Actor administrator);
}
