package org.chainrule.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chainrule.network.Dense;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyFormat;

/** Draws a network: lines first, then the units above them, then the words around. */
final class DiagramPainter {
    private static final Color UNIT = new Color(0xf3, 0xf6, 0xfa);
    private static final double ROOM_FOR_NAME_AND_VALUE = 18;
    private static final int NAME_LENGTH = 16;
    private static final double WIDTH_OF_A_LETTER = 0.6;
    private static final Svg.Lettering TITLE = new Svg.Lettering(15, true, Inks.TEXT);
    private static final Svg.Lettering HEAD = new Svg.Lettering(12, true, Inks.TEXT);
    private static final Svg.Lettering SMALL = new Svg.Lettering(12, false, Inks.TEXT);
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    private final NetworkDiagram diagram;
    private final Network network;
    private final DiagramLayout layout;
    private final double radius;
    private final Svg svg;

    DiagramPainter(NetworkDiagram diagram) {
        this.diagram = diagram;
        network = diagram.network();
        layout = new DiagramLayout(network);
        radius = layout.radius();
        svg = new Svg(layout.width(), layout.height(), diagram.alt());
    }

    Svg paint() {
        List<DiagramEdges> edges = new ArrayList<>();
        for (DiagramColumn column : layout.columns()) {
            layout.columns().stream()
                    .filter(left -> left.layer() == column.layer() - 1)
                    .forEach(left -> edges.add(new DiagramEdges(left, column, radius, diagram.edges(column.layer()))));
        }
        double largest = largest();
        edges.forEach(between -> between.drawLines(svg, largest));
        edges.forEach(between -> between.drawNumbers(svg));
        layout.columns().forEach(this::drawColumn);
        if (layout.elidedLayers() > 0) {
            middle(layout.gapX(), layout.middleY() - 4, HEAD, "…");
            middle(layout.gapX(), layout.middleY() + 14, SMALL, more(layout.elidedLayers(), "layer"));
        }
        int drawn = edges.stream().mapToInt(DiagramEdges::size).sum();
        drawWords(largest, drawn);
        return svg;
    }

    private double largest() {
        double largest = 0;
        for (int l = 1; l <= network.depth(); l++) {
            largest = Math.max(largest, diagram.edges(l).elementMaxAbs());
        }
        return largest;
    }

    private void drawColumn(DiagramColumn column) {
        int l = column.layer();
        middle(column.x(), DiagramLayout.TOP - 34, HEAD, l == 0 ? "input" : "layer " + l);
        String kind = l == 0
                ? count(column.units(), "input")
                : Summary.shortened(network.layer(l).activation().name(), NAME_LENGTH);
        middle(column.x(), DiagramLayout.TOP - 19, SMALL, kind);
        for (int unit : column.shown()) {
            drawUnit(column, unit);
        }
        if (column.isElided()) {
            String what = more(column.elided(), l == 0 ? "input" : "unit");
            svg.label(column.x(), column.gapY(), 0, SMALL, "… " + what);
        }
    }

    private void drawUnit(DiagramColumn column, int unit) {
        int l = column.layer();
        double x = column.x();
        double y = column.y(unit);
        svg.circle(x, y, radius, UNIT, Inks.TEXT);
        String name = (l == 0 ? "x" : "a") + subscript(unit);
        if (diagram.showsSample()) {
            String value = NumpyFormat.significant(diagram.activations(l).get(0, unit), 3);
            boolean named = radius >= ROOM_FOR_NAME_AND_VALUE;
            if (named) {
                middle(x, y - 0.24 * radius, new Svg.Lettering(0.46 * radius, false, Inks.AXIS), name);
            }
            middle(x, y + (named ? 0.42 : 0.22) * radius, fitting(value, 0.6 * radius), value);
        } else {
            middle(x, y + 0.22 * radius, fitting(name, 0.64 * radius), name);
        }
        if (l > 0 && network.layer(l).hasBias()) {
            String bias = (diagram.showsGradients() ? "db " : "b ")
                    + Summary.number(diagram.biases(l).get(0, unit));
            svg.label(x, y + radius + 8, 0, new Svg.Lettering(radius > 16 ? 11 : 9, false, Inks.TEXT), bias);
        }
    }

    private void drawWords(double largest, int drawn) {
        int titleLength = (int) ((layout.width() - 40) / (WIDTH_OF_A_LETTER * TITLE.size()));
        svg.text(20, 28, Svg.Anchor.START, TITLE, Summary.shortened(network.toString(), titleLength));
        boolean biased = network.layers().stream().anyMatch(Dense::hasBias);
        String lines = diagram.showsGradients() ? "Lines: the gradients dW = ∂C/∂W." : "Lines: the weights W.";
        String below = diagram.showsGradients() ? " Below the units: db = ∂C/∂b." : " Below the units: the biases b.";
        String inside = diagram.showsSample() ? " Inside: the activations of one sample." : "";
        svg.text(20, 47, Svg.Anchor.START, SMALL, lines + (biased ? below : " There is no bias.") + inside);

        double y = layout.height() - 22;
        svg.line(20, y, 60, y, 2.5, DiagramEdges.POSITIVE, "");
        svg.text(66, y + 4, Svg.Anchor.START, SMALL, "above 0");
        svg.line(128, y, 168, y, 2.5, DiagramEdges.NEGATIVE, DiagramEdges.NEGATIVE_DASH);
        svg.text(174, y + 4, Svg.Anchor.START, SMALL, "below 0");
        svg.text(236, y + 4, Svg.Anchor.START, SMALL, size(largest) + partly(drawn));
    }

    private String size(double largest) {
        String name = diagram.showsGradients() ? "|dW|" : "|W|";
        return largest == 0 ? "all are 0" : "wider: larger, up to " + name + " = " + Summary.number(largest);
    }

    private String partly(int drawn) {
        int all = network.layers().stream()
                .mapToInt(layer -> layer.inputs() * layer.units())
                .sum();
        return drawn == all ? "" : String.format(Locale.ROOT, "; %,d of %,d lines are drawn", drawn, all);
    }

    private void middle(double x, double baseline, Svg.Lettering lettering, String text) {
        svg.text(x, baseline, Svg.Anchor.MIDDLE, lettering, text);
    }

    /** Letters as large as given, or as small as it takes to stay inside a unit. */
    private Svg.Lettering fitting(String text, double size) {
        double widest = 1.8 * radius / (WIDTH_OF_A_LETTER * text.length());
        return new Svg.Lettering(Math.min(size, widest), false, Inks.TEXT);
    }

    private static String count(int number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }

    private static String more(int number, String what) {
        return count(number, "more " + what);
    }

    private static String subscript(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> SUBSCRIPTS.substring(digit - '0', digit - '0' + 1))
                .reduce("", String::concat);
    }
}
