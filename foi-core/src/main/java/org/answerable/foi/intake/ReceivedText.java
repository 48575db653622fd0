package org.answerable.foi.intake;

/**
 * Text from outside, made storable and otherwise kept as it came: line ends become {@code \n},
 * control characters (C0, delete) and lone surrogates are removed; emoji, right-to-left marks and
 * mark-up stay.
 *
 * @param removed how many characters were removed; line ends are not counted
 */
public record ReceivedText(String text, int removed) {

    public static ReceivedText of(String raw) {
        if (raw == null) {
            return new ReceivedText("", 0);
        }
        String lines = raw.replace("\r\n", "\n").replace('\r', '\n');
        StringBuilder kept = new StringBuilder(lines.length());
        lines.codePoints().filter(ReceivedText::storable).forEach(kept::appendCodePoint);
        return new ReceivedText(kept.toString(), lines.length() - kept.length());
    }

    /**
     * The cleaned text without space around it, on one line: for names, subjects and addresses of
     * mail.
     */
    public static String line(String raw) {
        return of(raw).text().replaceAll("\\s+", " ").strip();
    }

    /** The cleaned text without space around it. */
    public static String block(String raw) {
        return of(raw).text().strip();
    }

    private static boolean storable(int c) {
        boolean control = (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
        boolean loneSurrogate = c >= 0xD800 && c <= 0xDFFF;
        return !control && !loneSurrogate;
    }
}
