package org.answerable.cohort;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Areas as the look-ups that were loaded have them: open data, for everyone. Look-ups that were
 * withdrawn do not count; of several the newest does. Areas of different vintages are never mixed.
 */
public interface Areas {

    Optional<Area> find(String vintage, String code);

    /** Areas of a code set that lie in this one, by code; also those that do so in part. */
    List<Area> within(String vintage, String code, String partVintage);

    /** The areas that this one lies in, by code set and code. */
    List<Area> around(String vintage, String code);

    /**
     * Areas whose name or code begins with the words, or has a word that does, by name.
     *
     * @param vintage code set, or blank for all
     * @param most from 1 to 200
     */
    List<Area> search(String words, String vintage, int most);

    /** The code sets that are known, by name. */
    List<AreaCodeSet> codeSets();

    /**
     * Codes of the areas of a postcode by column: {@code lsoa11}, {@code lsoa21}, {@code msoa21},
     * {@code ward}, {@code district}, {@code icb}, {@code sub_icb}, and {@code ended} when it is no
     * longer in use; empty when the postcode is not known.
     */
    Map<String, String> ofPostcode(String postcode);
}
