package org.chainrule.plot;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chainrule.numpy.NumpyFormat;

/** The words of a chart: its line of text for who cannot see it, and what it says about values it cannot show. */
final class Summary {
    private Summary() {}

    /** A number to three significant digits: 0.25, 1.2e-17, 1000. */
    static String number(double value) {
        return NumpyFormat.significant(value, 3);
    }

    /** The text on one line, or as much of it as so many characters hold. */
    static String shortened(String text, int length) {
        String line = text.replaceAll("[\\s\\p{Cc}]+", " ");
        return line.length() <= length ? line : line.substring(0, length - 1) + "…";
    }

    /** {@code title: loss: first 0.69, last 0.01, lowest 0.009, 1000 points. note}, in one line. */
    static String of(String title, List<Points> series, String note) {
        String lines = series.isEmpty()
                ? "nothing to draw yet"
                : series.stream().map(Summary::line).collect(Collectors.joining("; "));
        String text = (title.isEmpty() ? "" : title + ": ") + lines + "." + (note.isEmpty() ? "" : " " + note + ".");
        return text.replaceAll("\\s+", " ");
    }

    private static String line(Points points) {
        int size = points.size();
        if (size == 0) {
            return points.name() + " no points";
        }
        double[] y = points.y();
        String values = " first " + number(y[0]) + ", last " + number(y[size - 1]);
        String lowest = Arrays.stream(y)
                .filter(Double::isFinite)
                .boxed()
                .min(Double::compare)
                .map(min -> ", lowest " + number(min))
                .orElse("");
        return points.name() + values + lowest + ", " + size + (size == 1 ? " point" : " points");
    }

    /** {@code Not shown: 3 values of 0, 1 NaN}; empty if all is shown. */
    static String notShown(List<Points> series, Axes axes) {
        Map<Obstacle, Integer> counts = new EnumMap<>(Obstacle.class);
        for (Points points : series) {
            for (int i = 0; i < points.size(); i++) {
                counts.merge(axes.obstacle(points, i), 1, Integer::sum);
            }
        }
        counts.remove(Obstacle.NONE);
        return counts.isEmpty()
                ? ""
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey().count(entry.getValue()))
                        .collect(Collectors.joining(", ", "Not shown: ", ""));
    }
}
