package org.answerable.foi.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An access regime as a row of data (I6); reviews have rows of their own.
 *
 * @param id its name on the wire
 * @param workingDays limit for the answer, in working days after receipt; 0 when it is in months
 * @param extendedWorkingDays limit after an extension; 0 when there is none of a fixed length
 * @param months limit in calendar months; 0 when it is in working days
 * @param validFrom since when the limit holds
 * @param source the provision
 */
public record Regime(
        String id,
        int workingDays,
        int extendedWorkingDays,
        int months,
        LocalDate validFrom,
        String source) {

    /** Freedom of Information Act 2000 (R2). */
    public static final Regime FOIA =
            new Regime("FOIA", 20, 0, 0, LocalDate.of(2005, 1, 1), "s.10(1) FOIA 2000");

    /** Environmental Information Regulations 2004 (R19). */
    public static final Regime EIR =
            new Regime("EIR", 20, 40, 0, LocalDate.of(2005, 1, 1), "regs 5(2) and 7 SI 2004/3391");

    /** Subject access, shown for routing only (R22). */
    public static final Regime SAR =
            new Regime("SAR", 0, 0, 1, LocalDate.of(2018, 5, 25), "art. 12(3) UK GDPR");

    /** Internal review: a target of the s.45 Code, no statutory limit (R23). */
    public static final Regime FOIA_REVIEW =
            new Regime(
                    "FOIA_REVIEW", 20, 40, 0, LocalDate.of(2018, 7, 4), "s.45 Code, 5.4 and 5.5");

    /** Reconsideration, a statutory limit (R21). */
    public static final Regime EIR_RECONSIDERATION =
            new Regime(
                    "EIR_RECONSIDERATION",
                    40,
                    0,
                    0,
                    LocalDate.of(2005, 1, 1),
                    "reg 11(4) SI 2004/3391");

    /** The working day by which a draft should be there, so that it can be approved in time. */
    private static final int DRAFT_WORKING_DAYS = 10;

    private static final List<Regime> ALL = List.of(FOIA, EIR, SAR);

    /** The regime of this name on the wire. */
    public static Optional<Regime> find(String id) {
        return ALL.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** The limit under which a question of a review is looked at again. */
    public Regime review() {
        return equals(EIR) ? EIR_RECONSIDERATION : FOIA_REVIEW;
    }

    /** The same clock with the limit for the draft. */
    public Regime draft() {
        return new Regime(id, DRAFT_WORKING_DAYS, 0, 0, validFrom, "draft, our own target");
    }

    /** The same clock where an extended limit was set from the beginning, for a complex review. */
    public Regime extended() {
        return new Regime(id, extendedWorkingDays, 0, 0, validFrom, source);
    }
}
