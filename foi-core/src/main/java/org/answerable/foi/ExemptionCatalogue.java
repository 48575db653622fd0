package org.answerable.foi;

import java.util.List;
import java.util.Optional;

/**
 * The grounds for withholding under FOIA that councils, ICBs and trusts may use: versioned data
 * (I6).
 */
public interface ExemptionCatalogue {

    /** Version of the data, kept with every decision. */
    String version();

    /** In the order of the Act. */
    List<ExemptionEntry> all();

    Optional<ExemptionEntry> find(String code);
}
