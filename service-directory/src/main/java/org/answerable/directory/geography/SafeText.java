package org.answerable.directory.geography;

/** Text from a file, made fit to be shown in a message. */
final class SafeText {

    private static final int LONGEST = 40;

    private SafeText() {}

    /** Shortened to 40 characters, without control and direction characters. */
    static String shown(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(c -> isShown(c) ? c : '\uFFFD')
                .forEach(safe::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST
                ? safe.append('…').toString()
                : safe.toString();
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
