package org.chainrule.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.chainrule.explain.LandscapeGrid;
import org.chainrule.explain.LandscapeMark;
import org.chainrule.explain.LandscapePath;
import org.chainrule.explain.LandscapeWindow;
import org.chainrule.explain.LossLandscape;

/** The map of a landscape: shades, contours with their losses, the ways of the runs, the marks and the axes. */
final class LandscapePanel {
    private static final double NO_LOSS = 1e-300;

    private final Rectangle square;
    private final LossLandscape landscape;
    private final Levels levels;
    private final MapLabels labels;

    LandscapePanel(Rectangle square, LossLandscape landscape, Levels levels) {
        this.square = square;
        this.landscape = landscape;
        this.levels = levels;
        this.labels = new MapLabels(square);
    }

    void paint(Graphics2D graphics) {
        int scale = (int) Math.round(graphics.getTransform().getScaleX());
        int[][] bands = bands(square.width * scale);
        graphics.drawImage(plane(bands, scale), square.x, square.y, square.width, square.height, null);
        Shape clip = graphics.getClip();
        graphics.clip(square);
        List<PathPainter> painters = painters();
        painters.forEach(painter -> painter.paintLine(graphics));
        for (LandscapeMark mark : landscape.marks()) {
            drawMark(graphics, mark);
        }
        painters.forEach(painter -> painter.paintEpochs(graphics, labels));
        labelContours(graphics, bands, scale);
        graphics.setClip(clip);
        LandscapeWindow window = landscape.window();
        new SquareAxes(square, new Range(window.xMin(), window.xMax()), new Range(window.yMin(), window.yMax()))
                .paint(graphics);
    }

    private List<PathPainter> painters() {
        List<PathPainter> painters = new ArrayList<>();
        for (LandscapePath path : landscape.paths()) {
            double[] x = path.x();
            double[] y = path.y();
            List<Point2D> places = new ArrayList<>();
            for (int k = 0; k < x.length; k++) {
                places.add(place(x[k], y[k]));
            }
            painters.add(new PathPainter(path, places, painters.size()));
        }
        return painters;
    }

    private Point2D place(double x, double y) {
        LandscapeWindow window = landscape.window();
        double u = (x - window.xMin()) / (window.xMax() - window.xMin());
        double v = (y - window.yMin()) / (window.yMax() - window.yMin());
        return new Point2D.Double(square.x + square.width * u, square.y + square.height * (1 - v));
    }

    private void drawMark(Graphics2D graphics, LandscapeMark mark) {
        Point2D at = place(mark.x(), mark.y());
        Marks.draw(graphics, 3, Inks.PAPER, at.getX(), at.getY(), 15);
        graphics.setFont(Card.font(Font.BOLD, 12));
        labels.draw(graphics, mark.name(), at.getX() + 12, at.getY() - 12);
    }

    /** The band of every pixel; between the points of the grid the logarithm of the loss is interpolated. */
    private int[][] bands(int side) {
        LandscapeGrid grid = landscape.grid();
        double[][] logarithms = new double[grid.side() * grid.side()][];
        for (int i = 0; i < logarithms.length; i++) {
            double loss = grid.loss(i / grid.side(), i % grid.side());
            logarithms[i] = new double[] {Math.log(loss > 0 ? loss : loss == 0 ? NO_LOSS : Double.NaN)};
        }
        Interpolation between = new Interpolation(grid.side(), logarithms);
        int[][] bands = new int[side][side];
        double[] at = new double[1];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                between.at((column + 0.5) / side, 1 - (row + 0.5) / side, at);
                bands[row][column] = levels.band(Math.exp(at[0]));
            }
        }
        return bands;
    }

    private BufferedImage plane(int[][] bands, int scale) {
        BufferedImage image = new BufferedImage(bands.length, bands.length, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < bands.length; row++) {
            for (int column = 0; column < bands.length; column++) {
                boolean contour = BoundaryPanel.changes(bands, row, column, (scale + 1) / 2);
                image.setRGB(column, row, (contour ? Inks.TEXT : levels.shade(bands[row][column])).getRGB());
            }
        }
        return image;
    }

    private void labelContours(Graphics2D graphics, int[][] bands, int scale) {
        graphics.setFont(Card.font(Font.PLAIN, 10));
        for (int level = 0; level < levels.values().length; level++) {
            List<Point2D> contour = new ArrayList<>();
            for (int row = 0; row < bands.length - 1; row += 2) {
                for (int column = 0; column < bands.length - 1; column++) {
                    int here = bands[row][column];
                    int right = bands[row][column + 1];
                    if (Math.min(here, right) >= 0 && Math.min(here, right) <= level && Math.max(here, right) > level) {
                        contour.add(
                                new Point2D.Double(square.x + (column + 1.0) / scale, square.y + (row + 0.5) / scale));
                    }
                }
            }
            labels.drawWhereFree(graphics, Summary.number(levels.values()[level]), contour);
        }
    }
}
