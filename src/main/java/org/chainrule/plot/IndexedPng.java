package org.chainrule.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * PNG with a palette of 64 colours: the inks of our charts, each thinned with white in steps, since anti-aliasing on
 * white paper makes no other colours. A third of the size of the same picture in full colour.
 */
final class IndexedPng {
    static final int COLORS = 64;
    static final int STEPS_OF_AN_INK = 7;

    private static final IndexColorModel PALETTE = palette();

    private IndexedPng() {}

    /** Each pixel takes the nearest colour of the palette. */
    static byte[] encode(BufferedImage image) {
        BufferedImage indexed =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, PALETTE);
        byte[] indices = ((DataBufferByte) indexed.getRaster().getDataBuffer()).getData();
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Map<Integer, Byte> known = new HashMap<>();
        int last = ~pixels[0];
        byte index = 0;
        for (int i = 0; i < pixels.length; i++) {
            // Most pixels equal the one to the left.
            if (pixels[i] != last) {
                last = pixels[i];
                index = known.computeIfAbsent(last, IndexedPng::nearest);
            }
            indices[i] = index;
        }
        return write(indexed);
    }

    private static byte[] write(BufferedImage indexed) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Not ImageIO's own streams: they may go through a file.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(indexed, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte nearest(int rgb) {
        int best = 0;
        int bestDistance = Integer.MAX_VALUE;
        for (int i = 0; i < PALETTE.getMapSize(); i++) {
            int distance = distance(rgb, PALETTE.getRGB(i));
            if (distance < bestDistance) {
                bestDistance = distance;
                best = i;
            }
        }
        return (byte) best;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16 & 0xff) - (b >> 16 & 0xff);
        int green = (a >> 8 & 0xff) - (b >> 8 & 0xff);
        int blue = (a & 0xff) - (b & 0xff);
        return red * red + green * green + blue * blue;
    }

    private static IndexColorModel palette() {
        List<Color> colors = new ArrayList<>();
        colors.add(Inks.PAPER);
        for (Color ink : Inks.SERIES) {
            if (!ink.equals(Color.BLACK)) {
                thin(ink, STEPS_OF_AN_INK, colors);
            }
        }
        colors.add(Inks.TEXT);
        colors.add(Inks.AXIS);
        colors.add(Inks.GRID);
        thin(Color.BLACK, COLORS - colors.size(), colors);
        int[] rgb = colors.stream().mapToInt(Color::getRGB).toArray();
        return new IndexColorModel(8, rgb.length, rgb, 0, false, -1, DataBuffer.TYPE_BYTE);
    }

    /** The ink itself, then mixed with more and more white. */
    private static void thin(Color ink, int steps, List<Color> colors) {
        for (int k = 0; k < steps; k++) {
            colors.add(Inks.thinned(ink, (double) k / steps));
        }
    }
}
