package org.answerable.directory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.answerable.directory.Directory;
import org.answerable.directory.FieldError;
import org.answerable.directory.FoundServices;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.ServiceSearch;
import org.answerable.directory.ServiceView;
import org.answerable.directory.Whereabouts;
import org.answerable.directory.hsds.AgeMonths;
import org.answerable.directory.hsds.PlainWords;
import org.answerable.directory.hsds.ServiceFacts;
import org.answerable.directory.search.Order;
import org.answerable.directory.search.ServiceFilter;
import org.answerable.directory.search.Window;
import org.answerable.directory.search.Wish;
import org.answerable.directory.store.FeedPage;
import org.answerable.directory.store.FoundPage;
import org.answerable.directory.store.Remembered;
import org.answerable.directory.store.ServiceItems;
import org.answerable.directory.store.Slice;
import org.answerable.directory.store.Vocabulary;

/** People find a service: by need, place, age and day, with words as people type them. */
@ApplicationScoped
public class FindServices implements Directory {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final int LONGEST = 200;
    private static final int MOST_PER_PAGE = 200;
    private static final int MOST_ANYWHERE = 10;
    private static final int ENOUGH = 5;
    private static final List<Double> METRES = List.of(2e3, 5e3, 10e3, 20e3, 30e3, 50e3);
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private ServiceItems services;
    private Vocabulary vocabulary;
    private Geography geography;
    private Remembered remembered;
    private Clock clock;

    protected FindServices() {}

    @Inject
    public FindServices(
            ServiceItems services,
            Vocabulary vocabulary,
            Geography geography,
            Remembered remembered,
            Clock clock) {
        this.services = services;
        this.vocabulary = vocabulary;
        this.geography = geography;
        this.remembered = remembered;
        this.clock = clock;
    }

    @Override
    public Optional<ServiceView> service(String id) {
        return services.item(id, today()).map(ServiceViews::of);
    }

    @Override
    public List<Need> needs() {
        return vocabulary.needs();
    }

    @Override
    public List<Need> terms() {
        return vocabulary.terms();
    }

    @Override
    public FoundServices find(ServiceSearch search) {
        List<FieldError> errors = new ArrayList<>();
        String words = words(search, errors);
        List<Wish> wishes = wishes(search, errors);
        Whereabouts place = place(search, errors);
        if (search.page() < 1 || search.perPage() < 1 || search.perPage() > MOST_PER_PAGE) {
            errors.add(new FieldError("page", "Pages count from 1."));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        if (place != null) {
            wishes.add(new Wish.LivesIn(place.areas()));
        }
        ServiceFilter filter = new ServiceFilter(wishes, Optional.empty());
        if (words.isEmpty()) {
            return found(search, filter, place, null);
        }
        FoundServices found = found(search, filter.and(new Wish.Speech(words)), place, null);
        if (found.total() > 0 || !found.anywhere().isEmpty()) {
            return found;
        }
        String mended = vocabulary.nearest(words);
        return mended.equals(words)
                ? found
                : found(search, filter.and(new Wish.Speech(mended)), place, mended);
    }

    private FoundServices found(
            ServiceSearch search, ServiceFilter filter, Whereabouts place, String searched) {
        LocalDate today = today();
        Results results =
                filter.wishes().stream().anyMatch(Wish.OpenAt.class::isInstance)
                        ? results(search, filter, place, today)
                        : remembered.answer(
                                Results.class,
                                key(search, filter, place, today),
                                Results::bytes,
                                () -> results(search, filter, place, today));
        return new FoundServices(
                results.items().views(),
                search.page(),
                search.perPage(),
                results.items().total(),
                results.anywhere().views(),
                place,
                results.kilometres(),
                searched);
    }

    private static String key(
            ServiceSearch search, ServiceFilter filter, Whereabouts place, LocalDate today) {
        return Remembered.key(
                "found",
                ServiceItems.key(filter, today),
                place == null ? "" : place.latitude() + " " + place.longitude(),
                search.page(),
                search.perPage());
    }

    /**
     * What was found, without what was asked.
     *
     * @param kilometres radius of the circle, or null without a place
     */
    private record Results(Views items, Views anywhere, Integer kilometres) {
        long bytes() {
            return items.bytes() + anywhere.bytes();
        }
    }

    /**
     * A page of services.
     *
     * @param bytes of the texts that they were read out of
     */
    private record Views(List<ServiceView> views, long total, long bytes) {

        static final Views NONE = new Views(List.of(), 0, 0);

        static Views of(FeedPage page) {
            return new Views(
                    page.items().stream().map(ServiceViews::of).toList(),
                    page.total(),
                    page.items().stream().mapToLong(String::length).sum());
        }
    }

    private Results results(
            ServiceSearch search, ServiceFilter filter, Whereabouts place, LocalDate today) {
        long offset =
                Math.min(search.page() - 1, Long.MAX_VALUE / MOST_PER_PAGE / 2) * search.perPage();
        Slice slice = new Slice(offset, search.perPage());
        if (place == null) {
            Order order = filter.speech().isEmpty() ? Order.NAME : Order.RELEVANCE;
            FeedPage page = services.page(filter, order, true, slice, today);
            return new Results(Views.of(page), Views.NONE, null);
        }
        FoundPage near =
                services.widening(
                        filter, place, METRES, ENOUGH, Order.DISTANCE, true, slice, today);
        List<String> anywhere =
                search.page() > 1
                        ? List.of()
                        : services.first(
                                filter.and(new Wish.Travelling(false)), true, MOST_ANYWHERE, today);
        return new Results(
                Views.of(near.page()),
                Views.of(new FeedPage(anywhere, anywhere.size())),
                (int) Math.round(near.metres() / 1000));
    }

    private static String words(ServiceSearch search, List<FieldError> errors) {
        String typed = search.q() == null ? "" : search.q();
        if (typed.length() > LONGEST) {
            errors.add(new FieldError("q", "Search for at most 200 characters."));
            return "";
        }
        return PlainWords.of(typed);
    }

    private Whereabouts place(ServiceSearch search, List<FieldError> errors) {
        if (search.postcode() == null || search.postcode().isBlank()) {
            return null;
        }
        try {
            return geography.whereabouts(search.postcode());
        } catch (InvalidInput unknown) {
            errors.addAll(unknown.errors());
            return null;
        }
    }

    private List<Wish> wishes(ServiceSearch search, List<FieldError> errors) {
        List<Wish> wishes = new ArrayList<>();
        if (search.need() != null && !search.need().isBlank()) {
            wishes.add(new Wish.Terms(List.of(search.need())));
        }
        age(search, wishes, errors);
        if (search.day() != null && !search.day().isBlank()) {
            String day = search.day().toUpperCase(Locale.ROOT);
            if (day.equals("NOW")) {
                LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), HERE);
                wishes.add(new Wish.OpenAt(now));
            } else if (DAYS.contains(day)) {
                DayOfWeek chosen = DayOfWeek.of(DAYS.indexOf(day) + 1);
                wishes.add(new Wish.OpenIn(new Window(Set.of(chosen), null, null)));
            } else {
                errors.add(new FieldError("day", "Choose a day of the week."));
            }
        }
        return wishes;
    }

    private static void age(ServiceSearch search, List<Wish> wishes, List<FieldError> errors) {
        if (search.age() == null || search.age().isBlank()) {
            return;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(search.age().strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            errors.add(new FieldError("age", "Give the age as a number, such as 2 or 0.5."));
            return;
        }
        String unit = search.unit() == null || search.unit().isBlank() ? "years" : search.unit();
        switch (unit) {
            case "years" -> {
                if (number.signum() < 0
                        || number.compareTo(BigDecimal.valueOf(AgeMonths.OLDEST_YEARS)) > 0) {
                    errors.add(new FieldError("age", "Give an age from 0 to 150 years."));
                } else {
                    int months = AgeMonths.completed(number);
                    wishes.add(new Wish.Ages(new AgeMonths(months, months)));
                }
            }
            case "months" -> {
                if (number.signum() < 0
                        || number.compareTo(BigDecimal.valueOf(12 * AgeMonths.OLDEST_YEARS)) > 0) {
                    errors.add(new FieldError("age", "Give an age from 0 to 1,800 months."));
                } else {
                    wishes.add(new Wish.Ages(new AgeMonths(number.intValue(), number.intValue())));
                }
            }
            case "weeks" -> {
                if (number.signum() < 0
                        || number.compareTo(BigDecimal.valueOf(ServiceFacts.LAST_WEEK)) > 0) {
                    errors.add(new FieldError("age", "Give a week of pregnancy from 0 to 45."));
                } else {
                    wishes.add(new Wish.InPregnancy(number.intValue()));
                }
            }
            default -> errors.add(new FieldError("unit", "Choose years, months or weeks."));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}
