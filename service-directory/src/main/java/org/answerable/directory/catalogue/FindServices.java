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
import org.answerable.directory.search.Near;
import org.answerable.directory.search.Order;
import org.answerable.directory.search.ServiceFilter;
import org.answerable.directory.search.Window;
import org.answerable.directory.search.Wish;
import org.answerable.directory.store.FeedPage;
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
    private static final List<Integer> KILOMETRES = List.of(2, 5, 10, 20, 30, 50);
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private ServiceItems services;
    private Vocabulary vocabulary;
    private Geography geography;
    private Clock clock;

    protected FindServices() {}

    @Inject
    public FindServices(
            ServiceItems services, Vocabulary vocabulary, Geography geography, Clock clock) {
        this.services = services;
        this.vocabulary = vocabulary;
        this.geography = geography;
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
        long offset =
                Math.min(search.page() - 1, Long.MAX_VALUE / MOST_PER_PAGE / 2) * search.perPage();
        Slice slice = new Slice(offset, search.perPage());
        if (place == null) {
            Order order = filter.speech().isEmpty() ? Order.NAME : Order.RELEVANCE;
            FeedPage page = services.page(filter, order, true, slice, today);
            return answer(search, page, List.of(), null, null, searched);
        }
        FeedPage page = new FeedPage(List.of(), 0);
        int radius = 0;
        for (int kilometres : KILOMETRES) {
            radius = kilometres;
            Near circle = new Near(place.latitude(), place.longitude(), kilometres * 1000.0);
            page = services.page(filter.around(circle), Order.DISTANCE, true, slice, today);
            if (page.total() >= ENOUGH) {
                break;
            }
        }
        List<ServiceView> anywhere =
                search.page() > 1
                        ? List.of()
                        : views(
                                services.page(
                                        filter.and(new Wish.Travelling(false)),
                                        Order.NAME,
                                        true,
                                        new Slice(0, MOST_ANYWHERE),
                                        today));
        return answer(search, page, anywhere, place, radius, searched);
    }

    private static FoundServices answer(
            ServiceSearch search,
            FeedPage page,
            List<ServiceView> anywhere,
            Whereabouts place,
            Integer kilometres,
            String searched) {
        return new FoundServices(
                views(page),
                search.page(),
                search.perPage(),
                page.total(),
                anywhere,
                place,
                kilometres,
                searched);
    }

    private static List<ServiceView> views(FeedPage page) {
        return page.items().stream().map(ServiceViews::of).toList();
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
