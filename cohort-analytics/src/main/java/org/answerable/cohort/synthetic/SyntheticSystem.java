package org.answerable.cohort.synthetic;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * An invented system of children and contacts, the same for the same seed on every machine. Files
 * are made area by area while they are read, so all England takes no more memory than one village.
 *
 * <p>What is true of it: at the day of the population the children registered in each area have
 * exactly the ages given. What is invented: everything else.
 */
public final class SyntheticSystem {

    private static final long CHILDREN = 0x9E3779B97F4A7C15L;
    private static final long CONTACTS = 0xC2B2AE3D27D4EB4FL;

    private final List<SyntheticArea> areas;
    private final LocalDate day;
    private final LocalDate coversFrom;
    private final long seed;

    /**
     * @param areas the areas and how many children of each age they have
     * @param day the day the population is counted at; the extracts end with it
     * @param coversFrom first day that contacts are made for
     */
    public SyntheticSystem(
            List<SyntheticArea> areas, LocalDate day, LocalDate coversFrom, long seed) {
        this.areas = List.copyOf(areas);
        this.day = day;
        this.coversFrom = coversFrom;
        this.seed = seed;
    }

    /** The file of registrations. */
    public InputStream registrations() {
        return new AreaByAreaCsv(
                "child,family,birth_month,lsoa,registered_from,registered_to\n",
                areas.size(),
                this::registrations);
    }

    /** The file of contacts. */
    public InputStream contacts() {
        return new AreaByAreaCsv("child,family,service,date,mode\n", areas.size(), this::contacts);
    }

    private void registrations(int area, StringBuilder out) {
        for (SyntheticChild child : children(area)) {
            if (child.moved()) {
                String earlier = areas.get(child.earlierArea()).code();
                registration(area, child, earlier, child.registered(), child.from(), out);
            }
            registration(area, child, areas.get(area).code(), child.from(), child.to(), out);
        }
    }

    private static void registration(
            int area, SyntheticChild child, String lsoa, int from, int to, StringBuilder out) {
        name(out, 'c', area, child.number()).append(',');
        name(out, 'f', area, child.family()).append(',');
        CsvDays.month(out, child.birthDay());
        out.append(',').append(lsoa).append(',');
        CsvDays.day(out, from);
        out.append(',');
        if (to != Integer.MAX_VALUE) {
            CsvDays.day(out, to);
        }
        out.append('\n');
    }

    private void contacts(int area, StringBuilder out) {
        SyntheticContacts contacts =
                new SyntheticContacts((int) coversFrom.toEpochDay(), (int) day.toEpochDay());
        for (SyntheticChild child : children(area)) {
            UniformRandomProvider random = random(CONTACTS, area * 100_003L + child.number());
            contacts.of(
                    child,
                    random,
                    (withChild, service, contactDay, mode) -> {
                        if (withChild) {
                            name(out, 'c', area, child.number());
                        }
                        out.append(',');
                        name(out, 'f', area, child.family()).append(',');
                        out.append(service).append(',');
                        CsvDays.day(out, contactDay);
                        out.append(',').append(mode).append('\n');
                    });
        }
    }

    private List<SyntheticChild> children(int area) {
        return new SyntheticFamilies(random(CHILDREN, area), day, areas.size(), area)
                .children(areas.get(area).ages());
    }

    private UniformRandomProvider random(long stream, long number) {
        return RandomSource.SPLIT_MIX_64.create(seed * 31 + stream * (number + 1));
    }

    private static StringBuilder name(StringBuilder out, char kind, int area, int number) {
        return out.append(kind).append(area).append('-').append(number);
    }

    /** Bytes of a text in ASCII. */
    static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
