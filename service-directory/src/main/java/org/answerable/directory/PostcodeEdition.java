package org.answerable.directory;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * An edition of the ONS Postcode Directory and how its load stands. Of the rows read, each is kept,
 * left out as Northern Irish, left out as elsewhere, or rejected.
 *
 * @param onlyAround codes of the counties and boards it was cut to; empty for all of Great Britain
 * @param message how its load ended, in words; empty while it runs
 * @param terminated kept rows of postcodes that are no longer used
 * @param withoutPoint kept rows without a point
 */
public record PostcodeEdition(
        long id,
        YearMonth edition,
        String fileName,
        List<String> onlyAround,
        boolean demonstration,
        State state,
        String message,
        long read,
        long kept,
        long terminated,
        long withoutPoint,
        long northernIreland,
        long elsewhere,
        long rejected,
        long bytesRead,
        long bytesTotal,
        Instant startedAt,
        Instant endedAt,
        String startedBy) {

    /** How the load of an edition stands. */
    public enum State {
        LOADING("Loading"),
        CURRENT("In use"),
        REPLACED("Replaced"),
        REFUSED("Refused"),
        FAILED("Failed");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public PostcodeEdition {
        onlyAround = List.copyOf(onlyAround);
    }

    /** {@code ONSPD, November 2025}. */
    public String name() {
        return (demonstration ? "invented postcodes, " : "ONSPD, ")
                + DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK).format(edition);
    }

    /** What the licences ask to be shown where postcodes are used. */
    public String attribution() {
        if (demonstration) {
            return "The postcodes of this demonstration are invented or near a town centre.";
        }
        return ("Contains OS data © Crown copyright and database right %1$d. Contains Royal Mail data"
                        + " © Royal Mail copyright and database right %1$d. Source: Office for National"
                        + " Statistics licensed under the Open Government Licence v.3.0.")
                .formatted(edition.getYear());
    }

    /** How far the load is in whole percent. */
    public int percent() {
        return bytesTotal <= 0 ? 0 : (int) Math.min(100, bytesRead * 100 / bytesTotal);
    }
}
