package org.chainrule.plot;

import java.awt.Color;
import java.util.Locale;
import org.chainrule.data.DataException;
import org.chainrule.numpy.NumpyFormat;

/** Writes an SVG picture on a white card: text is escaped, coordinates have two decimals, and every one is a number. */
final class Svg {
    private static final String HALO =
            " stroke=\"#ffffff\" stroke-width=\"6\" stroke-linejoin=\"round\" paint-order=\"stroke\"";

    private static final String NOT_IN_XML = "[\\p{Cc}\\p{Cs}\\ufffe\\uffff]";

    private final int width;
    private final int height;
    private final StringBuilder markup = new StringBuilder();

    /** Where a text stands to its point. */
    enum Anchor {
        START,
        MIDDLE
    }

    /** A text's size in pixels, its weight and its colour. */
    record Lettering(double size, boolean bold, Color color) {}

    Svg(int width, int height, String title) {
        this.width = width;
        this.height = height;
        markup.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" font-family=\"sans-serif\">");
        markup.append("<title>").append(escaped(title)).append("</title>");
        markup.append("<rect width=\"" + width + "\" height=\"" + height + "\" rx=\"6\" fill=\"#ffffff\"/>");
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** @param dash lengths of strokes and gaps; empty for a solid line */
    void line(double x1, double y1, double x2, double y2, double thickness, Color color, String dash) {
        markup.append("\n<line");
        attribute("x1", x1);
        attribute("y1", y1);
        attribute("x2", x2);
        attribute("y2", y2);
        attribute("stroke-width", thickness);
        markup.append(" stroke=\"").append(hex(color)).append('"');
        if (!dash.isEmpty()) {
            markup.append(" stroke-dasharray=\"").append(dash).append('"');
        }
        markup.append("/>");
    }

    void circle(double x, double y, double radius, Color fill, Color rim) {
        markup.append("\n<circle");
        attribute("cx", x);
        attribute("cy", y);
        attribute("r", radius);
        markup.append(" fill=\"" + hex(fill) + "\" stroke=\"" + hex(rim) + "\" stroke-width=\"1.5\"/>");
    }

    void text(double x, double baseline, Anchor anchor, Lettering lettering, String text) {
        text(x, baseline, anchor, lettering, "", text);
    }

    /** A text with its middle at the point, turned clockwise by an angle in degrees, on a white halo. */
    void label(double x, double y, double degrees, Lettering lettering, String text) {
        String turn = " transform=\"rotate(" + decimals(degrees) + " " + decimals(x) + " " + decimals(y) + ")\"";
        text(x, y + 0.35 * lettering.size(), Anchor.MIDDLE, lettering, turn + HALO, text);
    }

    private void text(double x, double baseline, Anchor anchor, Lettering lettering, String more, String text) {
        markup.append("\n<text");
        attribute("x", x);
        attribute("y", baseline);
        attribute("font-size", lettering.size());
        markup.append(" fill=\"").append(hex(lettering.color())).append('"');
        markup.append(anchor == Anchor.MIDDLE ? " text-anchor=\"middle\"" : "");
        markup.append(lettering.bold() ? " font-weight=\"bold\"" : "");
        markup.append(more).append('>').append(escaped(text)).append("</text>");
    }

    /** The whole picture. */
    String markup() {
        return markup + "\n</svg>\n";
    }

    private void attribute(String name, double value) {
        markup.append(' ').append(name).append("=\"").append(decimals(value)).append('"');
    }

    private static String decimals(double value) {
        if (!Double.isFinite(value)) {
            throw new DataException(
                    "nothing can be drawn at " + NumpyFormat.repr(value) + "; a picture needs finite numbers");
        }
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll(NOT_IN_XML, " ");
    }
}
