package org.chainrule.notebook;

import org.chainrule.data.Require;

/**
 * What a cell calls: {@code import static org.chainrule.notebook.Notebook.*;}. On Chainrule's own kernel and on JJava all
 * is ready; on another Java kernel the first cell says {@code Notebook.start();}, unless {@code ./lab} has started it.
 */
public final class Notebook {
    private static volatile Display display;

    private Notebook() {}

    /**
     * Finds the kernel that this cell runs on and teaches it how our types look. Where there is none, as in plain JShell,
     * outputs are printed as text. Calling it again does no harm.
     */
    public static synchronized void start() {
        if (display == null) {
            connect(KernelLookup.find());
        }
    }

    /** Sends what is shown from now on to this display; a kernel that starts calls it with its own. */
    public static void connect(Display display) {
        Notebook.display = Require.present("display", display);
        if (display instanceof RegisteringDisplay<?> kernel) {
            Renderings.byType().forEach(kernel::register);
        }
    }

    /** Shows objects below the cell, each in its richest form. */
    public static void show(Object... objects) {
        for (Object object : objects == null ? new Object[] {null} : objects) {
            display().publish(Renderings.of(object));
        }
    }

    /** Shows the rows as one matrix. */
    public static void show(double[][] rows) {
        display().publish(Renderings.of(rows));
    }

    /** A plot of the loss that grows while a run goes on: {@code trainer.watch(liveLoss())}. */
    public static LivePlot liveLoss() {
        return LivePlot.loss(display());
    }

    /**
     * A plot of a measure that grows while a run goes on:
     * {@code trainer.report(Measure.accuracy()).watch(liveMeasure("accuracy"))}.
     */
    public static LivePlot liveMeasure(String name) {
        return LivePlot.measure(display(), Require.present("measure's name", name));
    }

    /** The network whose weights grow while a run goes on: {@code trainer.watch(liveDiagram())}. */
    public static LivePlot liveDiagram() {
        return LivePlot.diagram(display());
    }

    /**
     * The decision boundary that moves while a run goes on, for networks of two inputs:
     * {@code trainer.watch(liveBoundary().over(4))}.
     */
    public static LivePlot liveBoundary() {
        return LivePlot.boundary(display());
    }

    /** How far a sweep of many runs is, below the cell: {@code experiment.atlas(1_000, progress("XOR atlas"))}. */
    public static ProgressBar progress(String name) {
        return new ProgressBar(display(), name);
    }

    private static Display display() {
        start();
        return display;
    }
}
