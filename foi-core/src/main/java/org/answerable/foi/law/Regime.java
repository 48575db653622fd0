package org.answerable.foi.law;

import java.time.LocalDate;

/**
 * An access regime as a row of data (I6).
 *
 * @param id its name on the wire
 * @param workingDays limit for the answer, in working days after receipt
 * @param validFrom since when the limit holds
 * @param source the provision
 */
public record Regime(String id, int workingDays, LocalDate validFrom, String source) {

    /** Freedom of Information Act 2000 (R2). */
    public static final Regime FOIA =
            new Regime("FOIA", 20, LocalDate.of(2005, 1, 1), "s.10(1) FOIA 2000");

    /** Environmental Information Regulations 2004 (R19). */
    public static final Regime EIR =
            new Regime("EIR", 20, LocalDate.of(2005, 1, 1), "reg 5(2) SI 2004/3391");
}
