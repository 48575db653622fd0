package org.answerable.foi;

/**
 * What was found about a request (s.8(1) FOIA, R1). Who asks, and why, plays no part.
 *
 * @param written in writing and legible
 * @param realName it states the requester's name
 * @param address it states an address for correspondence; an email address is enough
 * @param describes it describes the information that is wanted
 * @param advice how the requester can put right what is missing (s.16); needed when anything is
 */
public record Validity(
        boolean written, boolean realName, boolean address, boolean describes, String advice) {

    public Validity {
        advice = advice == null ? "" : advice;
    }

    public static Validity complete() {
        return new Validity(true, true, true, true, "");
    }

    public boolean valid() {
        return written && realName && address && describes;
    }
}
