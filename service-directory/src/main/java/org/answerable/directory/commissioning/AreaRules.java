package org.answerable.directory.commissioning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.answerable.directory.Area;
import org.answerable.directory.AreaKind;
import org.answerable.directory.Geography;
import org.answerable.directory.input.Checks;

/**
 * Areas of a contract line or a position: known codes of today's boundaries, in use on the first day, and
 * made of LSOAs of 2021.
 */
final class AreaRules {

    private static final int MOST = 2_000;

    private final Map<String, Area> areas;
    private final Map<String, Set<String>> lsoas;

    /** Looks all codes up at once. */
    AreaRules(Geography geography, Collection<String> codes) {
        List<String> clean = codes.stream().map(AreaRules::clean).distinct().toList();
        areas = geography.areas(clean);
        lsoas = geography.lsoasOf(clean);
    }

    List<String> checked(Checks checks, String field, List<String> codes, LocalDate from) {
        List<String> clean =
                codes.stream().map(AreaRules::clean).filter(c -> !c.isEmpty()).distinct().toList();
        if (clean.isEmpty()) {
            checks.error(field, "Enter the code of at least one area, for example E10000019");
        } else if (clean.size() > MOST) {
            checks.error(field, "Give at most " + MOST + " codes");
        } else {
            clean.forEach(code -> check(checks, field, code, from));
        }
        return clean;
    }

    private void check(Checks checks, String field, String code, LocalDate from) {
        Area area = areas.get(code);
        if (!code.matches("[A-Z][0-9]{8}")) {
            checks.error(
                    field, "\"" + shortened(code) + "\" is no code: nine characters are expected");
        } else if (area == null) {
            checks.error(field, code + " is not known here. Check it, or load its look-up first");
        } else if (area.kind() == AreaKind.LSOA11) {
            checks.error(field, code + " is an LSOA of 2011. Use those of 2021");
        } else if (from != null && area.validTo() != null && !from.isBefore(area.validTo())) {
            checks.error(field, code + " has not been in use since " + area.validTo());
        } else if (lsoas.getOrDefault(code, Set.of()).isEmpty()) {
            checks.error(
                    field,
                    "It is not known which neighbourhoods " + code + " is made of. Load them");
        }
    }

    private static String clean(String code) {
        return code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }
}
