package org.answerable.cohort.file;

/** Text from outside, made fit to be shown in a message. */
public final class SafeText {

    private static final int LONGEST = 40;

    private SafeText() {}

    /** The text shortened to 40 characters, with control and direction characters replaced. */
    public static String shown(String text) {
        return shown(text, LONGEST);
    }

    /** The text shortened to a length, with control and direction characters replaced. */
    public static String shown(String text, int longest) {
        StringBuilder safe = new StringBuilder();
        int[] points = text.codePoints().limit(longest + 1L).toArray();
        for (int i = 0; i < Math.min(points.length, longest); i++) {
            safe.appendCodePoint(isControl(points[i]) ? '\uFFFD' : points[i]);
        }
        return points.length > longest ? safe.append('…').toString() : safe.toString();
    }

    /** Whether the text holds characters that have no place in a name. */
    public static boolean hasControl(String text) {
        return text.codePoints().anyMatch(SafeText::isControl);
    }

    private static boolean isControl(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
