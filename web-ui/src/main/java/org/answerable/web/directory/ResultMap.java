package org.answerable.web.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerable.directory.FoundServices;
import org.answerable.directory.ServiceView;

/**
 * The places of a page of results around where a person lives, in a drawing of {@value #SIZE} by {@value #SIZE}: north is
 * up, one scale for both directions. It says no more than the list does.
 */
public final class ResultMap {

    /** Width and height of the drawing. */
    public static final int SIZE = 480;

    private static final int MIDDLE = SIZE / 2;
    private static final double MARGIN = 0.92;
    private static final double METRES_A_DEGREE = 111_195;

    /**
     * The place of some results.
     *
     * @param numbers of the results that are there, in words
     * @param names of the same
     */
    public record Dot(String numbers, String names, String x, String y) {}

    /** A circle with its radius in words. */
    public record Ring(String radius, String label) {}

    private final Map<String, List<Integer>> numbers = new LinkedHashMap<>();
    private final Map<String, List<String>> names = new LinkedHashMap<>();
    private final List<Dot> dots = new ArrayList<>();
    private final List<Ring> rings = new ArrayList<>();

    public ResultMap(FoundServices found) {
        if (found.place() == null || found.kilometres() == null) {
            return;
        }
        double pixels = MIDDLE * MARGIN / (found.kilometres() * 1000.0);
        double cosine = Math.cos(Math.toRadians(found.place().latitude()));
        int number = (int) ((found.page() - 1) * found.perPage());
        for (ServiceView service : found.items()) {
            number++;
            ServiceView.Place nearest = nearest(service, found, cosine);
            if (nearest != null) {
                double east =
                        (nearest.longitude() - found.place().longitude())
                                * METRES_A_DEGREE
                                * cosine;
                double north = (nearest.latitude() - found.place().latitude()) * METRES_A_DEGREE;
                String place = plain(MIDDLE + east * pixels) + " " + plain(MIDDLE - north * pixels);
                numbers.computeIfAbsent(place, k -> new ArrayList<>()).add(number);
                names.computeIfAbsent(place, k -> new ArrayList<>()).add(service.name());
            }
        }
        numbers.forEach(
                (place, there) ->
                        dots.add(
                                new Dot(
                                        there.stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(", ")),
                                        String.join(", ", names.get(place)),
                                        place.substring(0, place.indexOf(' ')),
                                        place.substring(place.indexOf(' ') + 1))));
        for (double share : new double[] {0.5, 1}) {
            double kilometres = found.kilometres() * share;
            rings.add(
                    new Ring(
                            plain(kilometres * 1000 * pixels),
                            (kilometres == Math.rint(kilometres)
                                            ? Long.toString((long) kilometres)
                                            : plain(kilometres))
                                    + " km"));
        }
    }

    private static ServiceView.Place nearest(
            ServiceView service, FoundServices found, double cosine) {
        ServiceView.Place nearest = null;
        double least = Double.MAX_VALUE;
        for (ServiceView.Place place : service.places()) {
            if (place.latitude() != null) {
                double distance =
                        Math.hypot(
                                place.latitude() - found.place().latitude(),
                                (place.longitude() - found.place().longitude()) * cosine);
                if (distance < least) {
                    least = distance;
                    nearest = place;
                }
            }
        }
        return nearest;
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    public List<Dot> dots() {
        return List.copyOf(dots);
    }

    public List<Ring> rings() {
        return List.copyOf(rings);
    }
}
