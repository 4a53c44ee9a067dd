package org.chainrule.plot;

import java.util.Arrays;
import java.util.Objects;

/**
 * A picture for a notebook: PNG bytes, the size at which to show them, and a line of text for who cannot see them.
 *
 * @param png the image, which may have more pixels than the logical size
 * @param width logical width, in pixels at 1×
 * @param height logical height, in pixels at 1×
 * @param alt one line
 */
public record Picture(byte[] png, int width, int height, String alt) {

    /**
     * Copies the bytes.
     *
     * @throws IllegalArgumentException if width or height is not positive
     */
    public Picture {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException(
                    "A picture cannot be " + width + " wide and " + height + " high: give it a positive size.");
        }
        png = png.clone();
        Objects.requireNonNull(alt, "alt");
    }

    /** A copy of the bytes. */
    @Override
    public byte[] png() {
        return png.clone();
    }

    /** Two pictures are equal if they have the same bytes, size and text. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Picture that
                && width == that.width
                && height == that.height
                && alt.equals(that.alt)
                && Arrays.equals(png, that.png);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(png) + alt.hashCode();
    }

    /** The text alternative: what is left of a picture where only text can be shown. */
    @Override
    public String toString() {
        return alt;
    }
}
