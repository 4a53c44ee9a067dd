package org.chainrule.plot;

import java.util.Objects;

/**
 * A picture of lines and text for a notebook: SVG on a light card of its own, the size at which to show it, and a line of
 * text for who cannot see it.
 *
 * @param svg the markup
 * @param width in pixels
 * @param height in pixels
 * @param alt one line
 */
public record VectorPicture(String svg, int width, int height, String alt) {

    /** @throws NullPointerException if the markup or the text is missing */
    public VectorPicture {
        Objects.requireNonNull(svg, "svg");
        Objects.requireNonNull(alt, "alt");
    }

    /** The text alternative: what is left of a picture where only text can be shown. */
    @Override
    public String toString() {
        return alt;
    }
}
