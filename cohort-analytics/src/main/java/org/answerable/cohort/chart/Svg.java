package org.answerable.cohort.chart;

import java.util.Locale;

/** An SVG picture being drawn: attributes only, no style, no script; text escaped. */
final class Svg {

    static final String INK = "#0b0c0c";
    static final String QUIET = "#484949";

    private final StringBuilder svg = new StringBuilder(4096);

    /**
     * @param id unique on the page; title and description are {@code id-title} and {@code id-desc}
     */
    Svg(String id, int width, int height, String title, String description) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" width=\"100%\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-title ")
                .append(id)
                .append("-desc\" font-family=\"Arial, sans-serif\" font-size=\"14\">");
        element("title", id + "-title", title);
        element("desc", id + "-desc", description);
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
    }

    private void element(String name, String id, String content) {
        svg.append('<').append(name).append(" id=\"").append(id).append("\">");
        escaped(content);
        svg.append("</").append(name).append('>');
    }

    /** Diagonal lines, to be filled with by {@code url(#id)}. */
    Svg hatching(String id) {
        return hatching(id, "fill=\"#ffffff\" fill-opacity=\"0.3\"", "1.5", INK);
    }

    /** Diagonal lines on a ground of these attributes. */
    Svg hatching(String id, String ground, String width, String colour) {
        svg.append("<defs><pattern id=\"")
                .append(id)
                .append("\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\"")
                .append(" patternTransform=\"rotate(45)\"><rect width=\"9\" height=\"9\" ")
                .append(ground)
                .append("/><rect width=\"")
                .append(width)
                .append("\" height=\"9\" fill=\"")
                .append(colour)
                .append("\"/></pattern></defs>");
        return this;
    }

    /**
     * @param attributes as written, from the program only
     */
    Svg polygon(String attributes, double... points) {
        svg.append("<polygon points=\"");
        for (int i = 0; i < points.length; i += 2) {
            svg.append(i == 0 ? "" : " ").append(place(points[i])).append(',');
            svg.append(place(points[i + 1]));
        }
        svg.append("\" ").append(attributes).append("/>");
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String attributes) {
        svg.append("<line x1=\"")
                .append(place(x1))
                .append("\" y1=\"")
                .append(place(y1))
                .append("\" x2=\"")
                .append(place(x2))
                .append("\" y2=\"")
                .append(place(y2))
                .append("\" ")
                .append(attributes)
                .append("/>");
        return this;
    }

    Svg rect(double x, double y, double width, double height, String attributes) {
        svg.append("<rect x=\"")
                .append(place(x))
                .append("\" y=\"")
                .append(place(y))
                .append("\" width=\"")
                .append(place(width))
                .append("\" height=\"")
                .append(place(height))
                .append("\" ")
                .append(attributes)
                .append("/>");
        return this;
    }

    Svg text(double x, double y, String anchor, String colour, String content) {
        svg.append("<text x=\"")
                .append(place(x))
                .append("\" y=\"")
                .append(place(y))
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\" fill=\"")
                .append(colour)
                .append("\">");
        escaped(content);
        svg.append("</text>");
        return this;
    }

    Svg circle(double x, double y, double radius, String attributes) {
        svg.append("<circle cx=\"")
                .append(place(x))
                .append("\" cy=\"")
                .append(place(y))
                .append("\" r=\"")
                .append(place(radius))
                .append("\" ")
                .append(attributes)
                .append("/>");
        return this;
    }

    /**
     * @param data moves and lines, as written, from the program only
     */
    Svg path(CharSequence data, String attributes) {
        svg.append("<path d=\"").append(data).append("\" ").append(attributes).append("/>");
        return this;
    }

    /** A rectangle that {@code clip-path="url(#id)"} cuts off at. */
    Svg clip(String id, double x, double y, double width, double height) {
        svg.append("<clipPath id=\"").append(id).append("\">");
        rect(x, y, width, height, "");
        svg.append("</clipPath>");
        return this;
    }

    /** What follows has these attributes, up to {@link #endGroup}. */
    Svg group(String attributes) {
        svg.append("<g ").append(attributes).append('>');
        return this;
    }

    Svg endGroup() {
        svg.append("</g>");
        return this;
    }

    String done() {
        return svg.append("</svg>").toString();
    }

    static String place(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private void escaped(String content) {
        content.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '<' -> svg.append("&lt;");
                                case '>' -> svg.append("&gt;");
                                case '&' -> svg.append("&amp;");
                                case '"' -> svg.append("&quot;");
                                case '\'' -> svg.append("&#39;");
                                default -> svg.appendCodePoint(isXml(c) ? c : 0xFFFD);
                            }
                        });
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c < 0xD800
                || c >= 0xE000 && c < 0xFFFE
                || c >= 0x10000;
    }
}
