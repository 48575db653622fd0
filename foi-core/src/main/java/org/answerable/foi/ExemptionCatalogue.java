package org.answerable.foi;

import java.util.List;
import java.util.Optional;

/**
 * The grounds for withholding that councils, ICBs and trusts may use: exemptions and procedural
 * grounds for FOIA, exceptions for EIR (I4). Versioned data (I6); the codes of the two are distinct.
 */
public interface ExemptionCatalogue {

    /** Version of the regime's data, kept with every decision. */
    String version(String regime);

    /** In the order of the law. */
    List<ExemptionEntry> all(String regime);

    /** The ground of this code under this regime. */
    Optional<ExemptionEntry> find(String regime, String code);

    /** The ground of this code, whatever the regime. */
    Optional<ExemptionEntry> find(String code);
}
