package org.answerable.foi.law;

import java.util.List;

/** What every answer says about complaints (s.17(7) FOIA, R15; periods of the s.45 Code, R23). */
public final class ComplaintRights {

    /** The complaints procedure (s.17(7)(a)). */
    public static final List<String> COMPLAINTS =
            List.of(
                    "If you are not content with this answer or with how we handled your request, you"
                            + " may ask us for an internal review. Write to us at the address from"
                            + " which this letter came, within 40 working days of its date, and"
                            + " quote the reference above.",
                    "Somebody who did not make the decision will look at it again. We aim to tell you"
                            + " the result within 20 working days, or 40 in a complex case.");

    /** The right to apply to the Commissioner (s.17(7)(b), s.50). */
    public static final String REGULATOR =
            "If you are still not content after the review, you have the right under section 50 of the"
                    + " Freedom of Information Act 2000 to apply to the Information Commissioner for a"
                    + " decision: Information Commissioner's Office, Wycliffe House, Water Lane,"
                    + " Wilmslow, Cheshire, SK9 5AF; ico.org.uk.";

    /** Representations and reconsideration under the Regulations (r11 EIR, R21). */
    public static final List<String> RECONSIDERATION =
            List.of(
                    "If you think that we have not met the requirements of the Environmental"
                            + " Information Regulations 2004, you may ask us under regulation 11 to"
                            + " reconsider. Write to us within 40 working days of the date of this"
                            + " letter, and quote the reference above. It costs nothing.",
                    "We shall decide as soon as possible and within 40 working days of receiving what"
                            + " you write.");

    /** The same right under the Regulations (r18 EIR applies s.50). */
    public static final String REGULATOR_ENVIRONMENTAL =
            "If you are still not content after the reconsideration, you have the right under section 50"
                    + " of the Freedom of Information Act 2000, as regulation 18 of the Regulations"
                    + " applies it, to apply to the Information Commissioner for a decision:"
                    + " Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow,"
                    + " Cheshire, SK9 5AF; ico.org.uk.";

    private ComplaintRights() {}
}
