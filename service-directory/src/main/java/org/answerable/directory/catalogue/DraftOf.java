package org.answerable.directory.catalogue;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerable.directory.ServiceDraft;
import org.answerable.directory.hsds.AgeMonths;
import org.answerable.directory.hsds.Properties;
import org.answerable.directory.hsds.ServiceFacts;
import org.answerable.directory.schedule.HoursInWords;

/** The form filled from a document: saving it unchanged changes nothing. */
final class DraftOf {

    private static final Pattern CODE = Pattern.compile("[EWSNK][0-9]{8}");

    private DraftOf() {}

    static ServiceDraft document(JsonObject s, int version) {
        ServiceFacts facts = ServiceFacts.of(s, List.of());
        AgeMonths ages = facts.ages();
        JsonObject room =
                Properties.objects(s, "capacities").stream()
                        .findFirst()
                        .orElse(JsonObject.EMPTY_JSON_OBJECT);
        return new ServiceDraft(
                s.getString("id"),
                version,
                text(s, "organization_id"),
                "",
                text(s, "name"),
                text(s, "description"),
                text(s, "status"),
                text(s, "alert"),
                number(ages.from()),
                number(ages.to()),
                "months",
                number(facts.weekFrom()),
                number(facts.weekTo()),
                text(s, "eligibility_description"),
                text(s, "application_process"),
                text(s, "fees_description"),
                free(s),
                text(s, "url"),
                text(s, "email"),
                lines(Properties.objects(s, "phones").stream().map(DraftOf::phone)),
                lines(Properties.objects(s, "schedules").stream().map(HoursInWords::of)),
                attending(s),
                facts.terms(),
                Properties.objects(s, "service_areas").stream()
                        .map(DraftOf::code)
                        .filter(Objects::nonNull)
                        .toList(),
                String.join(", ", facts.languages()),
                Properties.objects(s, "service_at_locations").stream()
                        .map(at -> Properties.text(at, "location_id"))
                        .filter(Objects::nonNull)
                        .toList(),
                null,
                text(s, "x_tier"),
                text(s, "x_lead_profession"),
                Properties.object(room, "unit").map(u -> text(u, "identifier")).orElse(""),
                plain(Properties.number(room, "available")),
                plain(Properties.number(room, "maximum")),
                facts.internal(),
                "");
    }

    /** The code of an area of service, or null for free text alone. */
    static String code(JsonObject area) {
        Matcher code = CODE.matcher(text(area, "uri"));
        return code.find() ? code.group() : null;
    }

    private static List<String> attending(JsonObject s) {
        Set<String> ways =
                Properties.objects(s, "schedules").stream()
                        .flatMap(h -> Stream.of(text(h, "attending_type").split(",\\s*")))
                        .filter(
                                way ->
                                        Set.of("in_person", "online", "telephone", "home_visit")
                                                .contains(way))
                        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        return List.copyOf(ways);
    }

    /** Whether it is said to cost nothing, and no other price is given. */
    static boolean free(JsonObject s) {
        List<JsonObject> costs = Properties.objects(s, "cost_options");
        BigDecimal amount = costs.size() == 1 ? Properties.number(costs.get(0), "amount") : null;
        return amount != null && amount.signum() == 0;
    }

    private static String phone(JsonObject phone) {
        String note = text(phone, "description");
        return text(phone, "number") + (note.isEmpty() ? "" : " (" + note + ")");
    }

    private static String lines(Stream<String> lines) {
        return lines.filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String text(JsonObject object, String name) {
        String text = Properties.text(object, name);
        return text == null ? "" : text;
    }

    private static String number(Integer number) {
        return number == null ? "" : number.toString();
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
