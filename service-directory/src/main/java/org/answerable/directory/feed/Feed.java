package org.answerable.directory.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.answerable.directory.BadParameter;
import org.answerable.directory.Geography;
import org.answerable.directory.NotFound;
import org.answerable.directory.Whereabouts;
import org.answerable.directory.json.Json;
import org.answerable.directory.search.ServiceFilter;
import org.answerable.directory.search.Wish;
import org.answerable.directory.store.FeedPage;
import org.answerable.directory.store.FoundPage;
import org.answerable.directory.store.ItemReader;
import org.answerable.directory.store.OtherItems;
import org.answerable.directory.store.PlaceItems;
import org.answerable.directory.store.Remembered;
import org.answerable.directory.store.ServiceItems;
import org.answerable.directory.store.Slice;

/**
 * The lists and records of the standard. Reads items that are kept ready; two or three statements answer any list. A
 * list that was asked for before is given again, packed as it was, for as long as the directory does not change.
 *
 * @see <a href="https://docs.openreferraluk.org/">Open Referral UK 3.0</a>
 */
@ApplicationScoped
public class Feed {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final Set<String> FORMATS = Set.of("json", "ndjson");

    /** Metres that a widening search tries, one after the other. */
    private static final List<Double> RADII = List.of(2e3, 5e3, 10e3, 20e3, 30e3, 50e3);

    private static final Slice ALL = new Slice(0, Integer.MAX_VALUE);
    private static final int ENOUGH = 5;
    private static final int MOST_ANYWHERE = 50;

    private ServiceItems services;
    private PlaceItems places;
    private OtherItems others;
    private Geography geography;
    private Remembered remembered;
    private Clock clock;

    protected Feed() {}

    @Inject
    public Feed(
            ServiceItems services,
            PlaceItems places,
            OtherItems others,
            Geography geography,
            Remembered remembered,
            Clock clock) {
        this.services = services;
        this.places = places;
        this.others = others;
        this.geography = geography;
        this.remembered = remembered;
        this.clock = clock;
    }

    /** {@code /services}. */
    public FeedAnswer services(Map<String, List<String>> parameters) {
        return again("services", parameters, () -> search(parameters));
    }

    /** The same without remembering it: what people send in the body of a request is theirs. */
    public FeedAnswer search(Map<String, List<String>> parameters) {
        Parameters given = new Parameters(parameters);
        ServiceQuestion question = ServiceQuestion.of(given, geography);
        boolean full = given.truth("full");
        boolean minimal = given.truth("minimal");
        boolean paged = given.has("page") || given.has("per_page");
        boolean lines = lines(given);
        Slice slice = slice(given);
        given.check();
        LocalDate today = today();
        ServiceFilter filter = question.filter();
        if (lines && minimal) {
            return FeedAnswer.of(reader -> eachMinimal(filter, today, reader), given);
        }
        if (lines) {
            return FeedAnswer.of(reader -> services.each(filter, full, today, reader), given);
        }
        if (minimal) {
            return FeedAnswer.of(minimal(filter, slice, paged, given, today), given);
        }
        if (question.widen()) {
            return FeedAnswer.of(widened(question, full, slice, given, today), given);
        }
        FeedPage page = services.page(filter, question.order(), full, slice, today);
        return FeedAnswer.of(json(page, given, beside(question.person())), given);
    }

    private void eachMinimal(ServiceFilter filter, LocalDate today, ItemReader reader)
            throws IOException {
        for (String item : services.minimal(filter, ALL, today).items()) {
            reader.read(item);
        }
    }

    private String minimal(
            ServiceFilter filter, Slice slice, boolean paged, Parameters given, LocalDate today) {
        if (paged) {
            return json(services.minimal(filter, slice, today), given, "");
        }
        FeedPage all = services.minimal(filter, ALL, today);
        return Envelope.whole(all.items().size()).json(all.items(), "");
    }

    /** Looks further and further; what needs no travelling is a group of its own. */
    private String widened(
            ServiceQuestion question,
            boolean full,
            Slice slice,
            Parameters given,
            LocalDate today) {
        FoundPage found =
                services.widening(
                        question.filter(),
                        question.person().place(),
                        RADII,
                        ENOUGH,
                        question.order(),
                        full,
                        slice,
                        today);
        ServiceFilter anywhere =
                question.filter()
                        .around(null)
                        .and(new Wish.Attending(List.of("online", "telephone")));
        List<String> without = services.first(anywhere, full, MOST_ANYWHERE, today);
        String beside =
                beside(question.person())
                        + ",\"x_radius_m\":"
                        + Math.round(found.metres())
                        + (without.isEmpty()
                                ? ""
                                : ",\"x_online_and_telephone\":["
                                        + String.join(",", without)
                                        + "]");
        return json(found.page(), given, beside);
    }

    /** {@code /services/{id}}. */
    public String service(String id) {
        return known(services.item(checked(id), today()), "service");
    }

    /** {@code /service_at_locations}. */
    public FeedAnswer serviceAtLocations(Map<String, List<String>> parameters) {
        return again("service_at_locations", parameters, () -> listPlaces(parameters));
    }

    private FeedAnswer listPlaces(Map<String, List<String>> parameters) {
        Parameters given = new Parameters(parameters);
        ServiceQuestion question = ServiceQuestion.of(given, geography);
        boolean full = given.truth("full");
        boolean lines = lines(given);
        Slice slice = slice(given);
        given.check();
        LocalDate today = today();
        if (lines) {
            return FeedAnswer.of(
                    reader -> places.each(question.filter(), full, today, reader), given);
        }
        FeedPage page = places.page(question.filter(), full, slice, today);
        return FeedAnswer.of(json(page, given, beside(question.person())), given);
    }

    public String serviceAtLocation(String id) {
        return known(places.item(checked(id)), "service at a location");
    }

    /** {@code /organizations}. */
    public FeedAnswer organizations(Map<String, List<String>> parameters) {
        Parameters given = new Parameters(parameters);
        List<String> words = given.words("search");
        boolean full = given.truth("full");
        OtherItems.Services withServices =
                given.truth("full_service")
                        ? OtherItems.Services.FULL
                        : full ? OtherItems.Services.NAMES : OtherItems.Services.NONE;
        return again(
                "organizations",
                parameters,
                () -> list(given, slice -> others.organizations(words, full, withServices, slice)));
    }

    public FeedAnswer organization(String id, Map<String, List<String>> parameters) {
        Parameters given = new Parameters(parameters);
        boolean full = given.truth("full_service");
        given.check();
        OtherItems.Services services = full ? OtherItems.Services.FULL : OtherItems.Services.NAMES;
        return FeedAnswer.of(
                known(others.organization(checked(id), services), "organisation"), given);
    }

    /** {@code /taxonomies}. */
    public FeedAnswer taxonomies(Map<String, List<String>> parameters) {
        Parameters given = new Parameters(parameters);
        List<String> words = given.words("search");
        return again(
                "taxonomies",
                parameters,
                () -> list(given, slice -> others.taxonomies(words, slice)));
    }

    public String taxonomy(String id) {
        return known(others.taxonomy(checked(id)), "taxonomy");
    }

    /** {@code /taxonomy_terms}. */
    public FeedAnswer taxonomyTerms(Map<String, List<String>> parameters) {
        Parameters given = new Parameters(parameters);
        List<String> words = given.words("search");
        String taxonomy = given.text("taxonomy_id");
        boolean top = given.truth("top_only");
        String parent = given.text("parent_id");
        return again(
                "taxonomy_terms",
                parameters,
                () -> list(given, slice -> others.terms(words, taxonomy, top, parent, slice)));
    }

    public String taxonomyTerm(String id) {
        return known(others.term(checked(id)), "term");
    }

    /**
     * What was answered to the same before, if it still holds.
     *
     * @param list last part of the address of a list, such as {@code services}
     */
    public Optional<FeedAnswer> before(String list, Map<String, List<String>> parameters) {
        return parameters.containsKey("format")
                ? Optional.empty()
                : remembered.before(FeedAnswer.class, key(list, parameters));
    }

    /** What was answered before, or is now; lines are read anew each time. */
    private FeedAnswer again(
            String list, Map<String, List<String>> parameters, Supplier<FeedAnswer> answer) {
        return parameters.containsKey("format")
                ? answer.get()
                : remembered.answer(
                        FeedAnswer.class,
                        key(list, parameters),
                        given -> given.text().bytes(),
                        answer);
    }

    private String key(String list, Map<String, List<String>> parameters) {
        List<String> asked = new ArrayList<>();
        new TreeMap<>(parameters)
                .forEach(
                        (name, values) -> {
                            asked.add(name);
                            asked.add(Remembered.key(values));
                        });
        return Remembered.key(list, today(), asked);
    }

    /** One page of a list. */
    @FunctionalInterface
    private interface Pages {
        FeedPage page(Slice slice);
    }

    private FeedAnswer list(Parameters given, Pages pages) {
        boolean lines = lines(given);
        Slice slice = slice(given);
        given.check();
        if (lines) {
            return FeedAnswer.of(reader -> each(pages, reader), given);
        }
        return FeedAnswer.of(json(pages.page(slice), given, ""), given);
    }

    private static void each(Pages pages, ItemReader reader) throws IOException {
        long offset = 0;
        FeedPage page;
        do {
            page = pages.page(new Slice(offset, Parameters.LARGEST_PAGE_SIZE));
            for (String item : page.items()) {
                reader.read(item);
            }
            offset += page.items().size();
        } while (page.items().size() == Parameters.LARGEST_PAGE_SIZE);
    }

    private static boolean lines(Parameters given) {
        return given.choice("format", FORMATS, "json").equals("ndjson");
    }

    private static Slice slice(Parameters given) {
        long page = given.page();
        int size = given.pageSize();
        // Beyond any list, and small enough to multiply.
        long pages = Math.min(page - 1, Long.MAX_VALUE / 1000);
        return new Slice(pages * size, size);
    }

    private static String json(FeedPage page, Parameters given, String beside) {
        Envelope envelope =
                Envelope.of(page.total(), given.page(), given.pageSize(), page.items().size());
        return envelope.json(page.items(), beside);
    }

    /** What was used for the postcode, when one was given. */
    private static String beside(Person person) {
        Whereabouts place = person.place();
        if (place == null) {
            return "";
        }
        var used =
                Json.createObjectBuilder()
                        .add("postcode", place.postcode())
                        .add("basis", place.basis().name().toLowerCase(Locale.ROOT))
                        .add("latitude", place.latitude())
                        .add("longitude", place.longitude());
        if (place.note() != null && !place.note().isBlank()) {
            used.add("note", place.note());
        }
        if (place.edition() != null && !place.edition().isBlank()) {
            used.add("edition", place.edition());
        }
        return ",\"x_place\":" + used.build();
    }

    private static String checked(String id) {
        try {
            if (id.length() == 36) {
                return UUID.fromString(id).toString();
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for any other text that is no id.
        }
        throw new BadParameter(
                "id", "An id is a UUID such as ac148810-d857-441c-9679-408f346de14b.");
    }

    private static String known(Optional<String> item, String what) {
        return item.orElseThrow(
                () ->
                        new NotFound(
                                "There is no "
                                        + what
                                        + " with this id. Lists give the ids that are known."));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}
