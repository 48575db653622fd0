package org.answerable.directory.search;

/**
 * Around a point. Distances are straight lines on a sphere of the mean radius of the Earth.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 * @param metres radius, above 0 and at most {@value #MOST_METRES}
 */
public record Near(double latitude, double longitude, double metres) {

    public static final double MOST_METRES = 200_000;

    /** Mean radius of the Earth in metres (IUGG). */
    public static final double EARTH = 6_371_008.8;

    private static final double METRES_A_DEGREE = 111_195;
    private static final double A_LITTLE_WIDER = 1.001;

    /** Half the height of the box around the circle, in degrees. */
    public double latitudes() {
        return metres / METRES_A_DEGREE * A_LITTLE_WIDER;
    }

    /** Half the width of the box around the circle, in degrees; all the way round near a pole. */
    public double longitudes() {
        double cosine = Math.cos(Math.toRadians(Math.min(89.9, Math.abs(latitude) + latitudes())));
        return Math.min(180, latitudes() / cosine);
    }
}
