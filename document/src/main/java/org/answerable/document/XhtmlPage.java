package org.answerable.document;

/** A page of well-formed XHTML in English, titled; its style is in it, and nothing is fetched. */
public final class XhtmlPage {

    private XhtmlPage() {}

    /**
     * @param style CSS, from the program only
     * @param body well-formed; every text in it went through {@link #escaped}
     */
    public static String of(String title, String style, String body) {
        return "<!DOCTYPE html>\n"
                + "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en-GB\" xml:lang=\"en-GB\">"
                + "<head><title>"
                + escaped(title)
                + "</title><meta name=\"subject\" content=\""
                + escaped(title)
                + "\"/><meta name=\"description\" content=\""
                + escaped(title)
                + "\"/><style>"
                + style
                + "</style></head>\n<body>"
                + body
                + "</body></html>\n";
    }

    /** A text for elements and attributes; characters that XML does not allow are left out. */
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().filter(XhtmlPage::allowed).forEach(c -> append(safe, c));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int c) {
        switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            default -> safe.appendCodePoint(c);
        }
    }

    /** The characters of XML 1.0. */
    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
