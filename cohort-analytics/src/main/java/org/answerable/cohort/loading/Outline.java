package org.answerable.cohort.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The outline of an area with as many points as a map of a county shows: Douglas and Peucker
 * (Cartographica 1973;10:112), about 15 m, degrees to five places.
 */
final class Outline {

    /** In degrees of latitude; 0.00014 is about 15 metres. */
    private static final double TOLERANCE = 0.00014;

    private static final double NARROWER = Math.cos(Math.toRadians(53));
    private static final int SMALLEST_RING = 4;

    private Outline() {}

    /** Rings as JSON text; rings too small to be seen are left out unless they are all there is. */
    static String json(List<List<double[]>> rings) {
        StringBuilder json = new StringBuilder("[");
        List<double[]> first = rings.get(0);
        for (List<double[]> ring : rings) {
            List<double[]> simple = simplified(ring);
            if (simple.size() >= SMALLEST_RING) {
                write(json, simple);
            }
        }
        if (json.length() == 1) {
            write(json, first);
        }
        return json.append(']').toString();
    }

    private static void write(StringBuilder json, List<double[]> ring) {
        json.append(json.length() == 1 ? "[" : ",[");
        for (int i = 0; i < ring.size(); i++) {
            json.append(i == 0 ? "[" : ",[")
                    .append(degrees(ring.get(i)[0]))
                    .append(',')
                    .append(degrees(ring.get(i)[1]))
                    .append(']');
        }
        json.append(']');
    }

    private static String degrees(double d) {
        return String.format(Locale.ROOT, "%.5f", d);
    }

    /** The ring cut at its farthest point, so that its two ends are kept though they are one. */
    static List<double[]> simplified(List<double[]> ring) {
        if (ring.size() <= SMALLEST_RING) {
            return ring;
        }
        int far = 0;
        double farthest = -1;
        for (int i = 0; i < ring.size(); i++) {
            double d = Math.hypot(dx(ring.get(i), ring.get(0)), ring.get(i)[1] - ring.get(0)[1]);
            if (d > farthest) {
                farthest = d;
                far = i;
            }
        }
        boolean[] kept = new boolean[ring.size()];
        kept[0] = true;
        kept[far] = true;
        kept[ring.size() - 1] = true;
        keep(ring, 0, far, kept);
        keep(ring, far, ring.size() - 1, kept);
        List<double[]> simple = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                simple.add(ring.get(i));
            }
        }
        return simple;
    }

    /** With a stack of its own: an outline may have many thousand points. */
    private static void keep(List<double[]> ring, int from, int to, boolean[] kept) {
        List<int[]> open = new ArrayList<>(List.of(new int[] {from, to}));
        while (!open.isEmpty()) {
            int[] span = open.remove(open.size() - 1);
            int at = -1;
            double most = TOLERANCE;
            for (int i = span[0] + 1; i < span[1]; i++) {
                double d = distance(ring.get(i), ring.get(span[0]), ring.get(span[1]));
                if (d > most) {
                    most = d;
                    at = i;
                }
            }
            if (at >= 0) {
                kept[at] = true;
                open.add(new int[] {span[0], at});
                open.add(new int[] {at, span[1]});
            }
        }
    }

    private static double distance(double[] p, double[] a, double[] b) {
        double x = dx(b, a);
        double y = b[1] - a[1];
        double length = x * x + y * y;
        double t = length == 0 ? 0 : (dx(p, a) * x + (p[1] - a[1]) * y) / length;
        double along = Math.max(0, Math.min(1, t));
        return Math.hypot(dx(p, a) - along * x, p[1] - a[1] - along * y);
    }

    private static double dx(double[] p, double[] q) {
        return (p[0] - q[0]) * NARROWER;
    }
}
