package org.answerable.directory.hsds;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a service is found by, read out of its document and of the places it names.
 *
 * @param weekFrom first week of pregnancy that is accepted, or null when pregnancy is not mentioned
 * @param free said to cost nothing; unknown is not free
 * @param attending of in_person, online, telephone, home_visit
 * @param completeness share of the eight things that a person needs to know, 0 to 1
 */
public record ServiceFacts(
        String name,
        String status,
        LocalDate assuredDate,
        AgeMonths ages,
        Integer weekFrom,
        Integer weekTo,
        boolean free,
        Set<String> attending,
        Set<String> languages,
        List<String> terms,
        String tier,
        String leadProfession,
        boolean internal,
        boolean demonstration,
        double completeness) {

    /** The last week of pregnancy that is asked for. */
    public static final int LAST_WEEK = 45;

    private static final Map<String, String> ATTENDING_WORDS =
            Map.of(
                    "person", "in_person",
                    "physical", "in_person",
                    "venue", "in_person",
                    "online", "online",
                    "virtual", "online",
                    "video", "online",
                    "phone", "telephone",
                    "home", "home_visit");

    /**
     * @param service the document of the service
     * @param places the documents of its places
     */
    public static ServiceFacts of(JsonObject service, Collection<JsonObject> places) {
        Weeks weeks = Weeks.of(service);
        Set<String> attending = attending(service, places);
        List<String> terms =
                Properties.objects(service, "attributes").stream()
                        .map(ServiceFacts::term)
                        .filter(term -> term != null)
                        .distinct()
                        .toList();
        return new ServiceFacts(
                Properties.text(service, "name"),
                Properties.text(service, "status"),
                Properties.date(service, "assured_date"),
                ages(service),
                weeks.from(),
                weeks.to(),
                free(service),
                attending,
                languages(service),
                terms,
                Properties.text(service, "x_tier"),
                Properties.text(service, "x_lead_profession"),
                Properties.yes(service, "x_internal"),
                Properties.yes(service, "x_demonstration"),
                completeness(service, attending, terms));
    }

    /** The id of the term that an attribute ties to. */
    static String term(JsonObject attribute) {
        String id = Properties.text(attribute, "taxonomy_term_id");
        return id != null
                ? id
                : Properties.object(attribute, "taxonomy_term")
                        .map(term -> Properties.text(term, "id"))
                        .orElse(null);
    }

    /** The ages in months: as kept here, else as the numbers of years mean; senseless ones are open. */
    public static AgeMonths ages(JsonObject service) {
        AgeMonths ages =
                Properties.object(service, "x_age_months")
                        .map(
                                months ->
                                        new AgeMonths(
                                                Properties.whole(months, "from"),
                                                Properties.whole(months, "to")))
                        .orElseGet(
                                () ->
                                        AgeMonths.ofYears(
                                                age(service, "minimum_age"),
                                                age(service, "maximum_age")));
        boolean reversed = ages.from() != null && ages.to() != null && ages.to() < ages.from();
        return reversed ? new AgeMonths(null, null) : ages;
    }

    private static BigDecimal age(JsonObject service, String name) {
        BigDecimal years = Properties.number(service, name);
        return years == null
                        || years.signum() < 0
                        || years.compareTo(BigDecimal.valueOf(AgeMonths.OLDEST_YEARS)) > 0
                ? null
                : years;
    }

    private record Weeks(Integer from, Integer to) {

        static Weeks of(JsonObject service) {
            if (Properties.yes(service, "x_antenatal")) {
                return new Weeks(0, LAST_WEEK);
            }
            return Properties.object(service, "x_antenatal")
                    .map(
                            weeks -> {
                                Integer from = Properties.whole(weeks, "from_week");
                                Integer to = Properties.whole(weeks, "to_week");
                                return new Weeks(
                                        from == null ? Integer.valueOf(0) : from,
                                        to == null ? Integer.valueOf(LAST_WEEK) : to);
                            })
                    .orElse(new Weeks(null, null));
        }
    }

    private static boolean free(JsonObject service) {
        List<JsonObject> costs = Properties.objects(service, "cost_options");
        boolean priced = costs.stream().anyMatch(cost -> Properties.number(cost, "amount") != null);
        if (priced) {
            return costs.stream()
                    .map(cost -> Properties.number(cost, "amount"))
                    .allMatch(amount -> amount != null && amount.signum() == 0);
        }
        String said =
                PlainWords.of(
                        Properties.text(service, "fees_description")
                                + " "
                                + Properties.text(service, "fees"));
        return said.matches(".*\\b(free|no charge|no cost)\\b.*")
                && !said.matches(".*\\bnot free\\b.*");
    }

    private static Set<String> attending(JsonObject service, Collection<JsonObject> places) {
        Set<String> ways = new TreeSet<>();
        List<String> said = new ArrayList<>();
        places.forEach(place -> said.add(Properties.text(place, "location_type")));
        Stream.concat(
                        Stream.of(service),
                        Properties.objects(service, "service_at_locations").stream())
                .flatMap(owner -> Properties.objects(owner, "schedules").stream())
                .forEach(schedule -> said.add(Properties.text(schedule, "attending_type")));
        for (String text : said) {
            String words = text == null ? "" : text.toLowerCase(Locale.ROOT).replace('_', ' ');
            ATTENDING_WORDS.forEach(
                    (word, way) -> {
                        if (words.contains(word)) {
                            ways.add(way);
                        }
                    });
        }
        return ways;
    }

    private static Set<String> languages(JsonObject service) {
        Set<String> codes = new TreeSet<>();
        for (JsonObject language : Properties.objects(service, "languages")) {
            String code = Properties.text(language, "code");
            if (code != null) {
                codes.add(code.toLowerCase(Locale.ROOT));
            }
        }
        return codes;
    }

    private static double completeness(
            JsonObject service, Set<String> attending, List<String> terms) {
        boolean place =
                !attending.isEmpty()
                        || any(service, "service_at_locations")
                        || any(service, "service_areas");
        return Stream.of(
                                any(service, "description"),
                                any(service, "email", "url", "phones", "contacts"),
                                place,
                                any(
                                        service,
                                        "minimum_age",
                                        "maximum_age",
                                        "x_age_months",
                                        "x_antenatal",
                                        "eligibility_description"),
                                hours(service),
                                any(service, "cost_options", "fees_description", "fees"),
                                any(service, "application_process"),
                                !terms.isEmpty())
                        .filter(given -> given)
                        .count()
                / 8.0;
    }

    private static boolean hours(JsonObject service) {
        return any(service, "schedules", "x_by_appointment")
                || Properties.objects(service, "service_at_locations").stream()
                        .anyMatch(place -> any(place, "schedules"));
    }

    private static boolean any(JsonObject object, String... names) {
        return Stream.of(names).anyMatch(object::containsKey);
    }
}
