package org.answerable.directory.feed;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.answerable.directory.Area;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Whereabouts;
import org.answerable.directory.hsds.AgeMonths;
import org.answerable.directory.hsds.ServiceFacts;
import org.answerable.directory.search.Order;
import org.answerable.directory.search.ServiceFilter;
import org.answerable.directory.search.Window;
import org.answerable.directory.search.Wish;

/**
 * The parameters of services and of services at locations as a filter: those of the standard, and ours.
 *
 * @param person where somebody lives, if said
 * @param widen look further and further until enough is found
 */
record ServiceQuestion(ServiceFilter filter, Order order, Person person, boolean widen) {

    private static final Set<String> STATUSES =
            Set.of("active", "inactive", "defunct", "temporarily closed", "all");
    private static final Set<String> TIERS = Set.of("universal", "targeted", "specialist");
    private static final Set<String> WAYS =
            Set.of("in_person", "online", "telephone", "home_visit");
    private static final Set<String> ORDERS =
            Set.of("name", "distance", "last_modified", "freshness");

    static ServiceQuestion of(Parameters given, Geography geography) {
        List<Wish> wishes = new ArrayList<>();
        words(given, wishes);
        standard(given, wishes);
        people(given, wishes);
        times(given, wishes);
        coverage(given, geography, wishes);
        room(given, wishes);
        kinds(given, wishes);
        Person person = Person.of(given, geography);
        if (person.place() != null) {
            wishes.add(person.wish());
        }
        boolean widen = given.truth("widen");
        if (widen && !given.has("postcode")) {
            given.fault("widen", "Give a postcode as well: the circle is drawn around it.");
        }
        return new ServiceQuestion(
                new ServiceFilter(wishes, Optional.ofNullable(person.near())),
                order(given, person, widen),
                person,
                widen && person.place() != null);
    }

    private static void words(Parameters given, List<Wish> wishes) {
        List<String> words = given.words("search");
        if (!words.isEmpty()) {
            wishes.add(new Wish.Words(words));
        }
    }

    private static void standard(Parameters given, List<Wish> wishes) {
        List<String> terms = given.texts("taxonomy_term_id");
        if (!terms.isEmpty()) {
            wishes.add(new Wish.Terms(terms));
        }
        List<String> taxonomies = given.texts("taxonomy_id");
        if (!taxonomies.isEmpty()) {
            wishes.add(new Wish.Taxonomies(taxonomies));
        }
        List<String> organizations = given.texts("organization_id");
        if (!organizations.isEmpty()) {
            wishes.add(new Wish.Organizations(organizations));
        }
        Instant since = given.instant("modified_after");
        if (since != null) {
            wishes.add(new Wish.ModifiedSince(since));
        }
        List<String> statuses = given.choices("status", STATUSES);
        if (!statuses.isEmpty()) {
            wishes.add(new Wish.Statuses(statuses.contains("all") ? List.of() : statuses));
        }
    }

    private static void people(Parameters given, List<Wish> wishes) {
        BigDecimal age = given.number("age", 0, AgeMonths.OLDEST_YEARS);
        if (age != null) {
            int months = AgeMonths.completed(age);
            wishes.add(new Wish.Ages(new AgeMonths(months, months)));
        }
        BigDecimal least = given.number("minimum_age", 0, AgeMonths.OLDEST_YEARS);
        BigDecimal most = given.number("maximum_age", 0, AgeMonths.OLDEST_YEARS);
        if (least != null && most != null && least.compareTo(most) > 0) {
            given.fault("maximum_age", "Give an age that is not below minimum_age.");
        } else if (least != null || most != null) {
            wishes.add(new Wish.Ages(AgeMonths.ofYears(least, most)));
        }
        BigDecimal week = given.number("gestation_weeks", 0, ServiceFacts.LAST_WEEK);
        if (week != null) {
            wishes.add(new Wish.InPregnancy(week.intValue()));
        }
        if (given.truth("antenatal")) {
            wishes.add(new Wish.InPregnancy(null));
        }
    }

    private static void times(Parameters given, List<Wish> wishes) {
        Set<DayOfWeek> days = given.days("day");
        LocalTime from = given.time("start_time");
        LocalTime to = given.time("end_time");
        if (!days.isEmpty() || from != null || to != null) {
            wishes.add(new Wish.OpenIn(new Window(days, from, to)));
        }
    }

    private static void coverage(Parameters given, Geography geography, List<Wish> wishes) {
        boolean whole = given.choice("coverage_match", Set.of("any", "all"), "any").equals("all");
        String place = given.text("coverage");
        if (place == null) {
            return;
        }
        String code = place.toUpperCase(Locale.ROOT);
        Optional<Area> area =
                code.matches("[EWSNK][0-9]{8}") ? geography.area(code) : Optional.empty();
        if (area.isPresent()) {
            List<String> parts = List.copyOf(geography.lsoasOf(code));
            List<String> around = new ArrayList<>(List.of(code));
            if (parts.size() == 1) {
                geography.areasContaining(parts.get(0)).forEach(a -> around.add(a.code()));
            }
            wishes.add(
                    new Wish.Covers(
                            around.stream().distinct().toList(),
                            parts.size() == 1 && parts.get(0).equals(code) ? List.of() : parts,
                            whole));
            return;
        }
        try {
            Whereabouts found = geography.whereabouts(place);
            wishes.add(new Wish.Covers(found.areas(), List.of(), whole));
        } catch (InvalidInput unknown) {
            given.fault("coverage", "Give a postcode or the code of an area that is known here.");
        }
    }

    private static void room(Parameters given, List<Wish> wishes) {
        boolean wanted = given.truth("has_capacity");
        String unit = given.text("capacity_unit");
        BigDecimal least = given.number("min_available", 0, 1_000_000);
        if (wanted || unit != null || least != null) {
            wishes.add(new Wish.Room(unit, least));
        }
    }

    private static void kinds(Parameters given, List<Wish> wishes) {
        List<String> tiers = given.choices("tier", TIERS);
        if (!tiers.isEmpty()) {
            wishes.add(new Wish.Tiers(tiers));
        }
        List<String> needs = given.texts("need");
        if (!needs.isEmpty()) {
            wishes.add(new Wish.Needs(needs));
        }
        List<String> commissioners = given.texts("commissioner_id");
        if (!commissioners.isEmpty()) {
            wishes.add(new Wish.Commissioners(commissioners));
        }
        List<String> professions = given.texts("lead_profession");
        if (!professions.isEmpty()) {
            wishes.add(
                    new Wish.LeadProfessions(
                            professions.stream().map(p -> p.toLowerCase(Locale.ROOT)).toList()));
        }
        if (given.truth("free")) {
            wishes.add(new Wish.Free());
        }
        List<String> languages = given.texts("language");
        if (!languages.isEmpty()) {
            wishes.add(
                    new Wish.Languages(
                            languages.stream().map(l -> l.toLowerCase(Locale.ROOT)).toList()));
        }
        List<String> ways = given.choices("attending", WAYS);
        if (!ways.isEmpty()) {
            wishes.add(new Wish.Attending(ways));
        }
        LocalDate assured = given.date("assured_after");
        if (assured != null) {
            wishes.add(new Wish.AssuredSince(assured));
        }
    }

    private static Order order(Parameters given, Person person, boolean widen) {
        boolean near = person.near() != null || widen;
        Order order =
                Order.valueOf(
                        given.choice("sort", ORDERS, near ? "distance" : "name")
                                .toUpperCase(Locale.ROOT));
        if (order == Order.DISTANCE && !near) {
            given.fault("sort", "Give postcode and proximity as well to sort by distance.");
            return Order.NAME;
        }
        return order;
    }
}
