package org.answerable.directory.geography;

import java.util.BitSet;

/**
 * What lies within 50 km of an area that is known by its postcodes. Kept as a grid of cells of 0.02
 * degrees, some 2.2 km from south to north: nothing nearer than 50 km is left out, and little that is
 * farther than 54 km is taken in. Takes the same memory however many points there are.
 */
final class Surroundings {

    private static final double CELL = 0.02;
    private static final double SOUTH = 48;
    private static final double WEST = -12;
    private static final int ROWS = 750;
    private static final int COLUMNS = 800;
    private static final double KILOMETRES = 50;
    private static final double KILOMETRES_A_DEGREE = 111.195;

    private final BitSet inside = new BitSet(ROWS * COLUMNS);
    private BitSet near;

    /** Adds a point of the area. */
    void add(double latitude, double longitude) {
        int cell = cell(latitude, longitude);
        if (cell >= 0) {
            inside.set(cell);
        }
    }

    boolean isEmpty() {
        return inside.isEmpty();
    }

    /** Whether a point is in the area or near it; to be asked when all points of it were added. */
    boolean hold(double latitude, double longitude) {
        if (near == null) {
            near = widened();
        }
        int cell = cell(latitude, longitude);
        return cell >= 0 && near.get(cell);
    }

    private BitSet widened() {
        BitSet wide = new BitSet(ROWS * COLUMNS);
        int up = (int) Math.ceil(KILOMETRES / (CELL * KILOMETRES_A_DEGREE)) + 1;
        for (int at = inside.nextSetBit(0); at >= 0; at = inside.nextSetBit(at + 1)) {
            int row = at / COLUMNS;
            int column = at % COLUMNS;
            for (int r = Math.max(0, row - up); r <= Math.min(ROWS - 1, row + up); r++) {
                int across = across(row, r);
                if (across >= 0) {
                    wide.set(
                            r * COLUMNS + Math.max(0, column - across),
                            r * COLUMNS + Math.min(COLUMNS - 1, column + across) + 1);
                }
            }
        }
        return wide;
    }

    /** How many cells to each side, in another row, may hold a point that is near enough. */
    private static int across(int row, int other) {
        int between = Math.max(0, Math.abs(row - other) - 1);
        double northing = between * CELL * KILOMETRES_A_DEGREE;
        if (northing > KILOMETRES) {
            return -1;
        }
        double latitude = SOUTH + Math.max(row, other) * CELL + CELL;
        double width = CELL * KILOMETRES_A_DEGREE * Math.cos(Math.toRadians(latitude));
        return (int) Math.ceil(Math.sqrt(KILOMETRES * KILOMETRES - northing * northing) / width)
                + 1;
    }

    private static int cell(double latitude, double longitude) {
        int row = (int) Math.floor((latitude - SOUTH) / CELL);
        int column = (int) Math.floor((longitude - WEST) / CELL);
        return row < 0 || row >= ROWS || column < 0 || column >= COLUMNS
                ? -1
                : row * COLUMNS + column;
    }
}
