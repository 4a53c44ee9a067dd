package org.chainrule.notebook;

import static org.chainrule.network.Activation.SIGMOID;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.data.Tabular;
import org.chainrule.explain.ChainRule;
import org.chainrule.explain.ConfusionMatrix;
import org.chainrule.explain.GradientCheck;
import org.chainrule.explain.LossLandscape;
import org.chainrule.explain.LossProfile;
import org.chainrule.explain.StepSizes;
import org.chainrule.network.Activation;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Model;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.plot.ActivationChart;
import org.chainrule.plot.Chart;
import org.chainrule.plot.DecisionBoundary;
import org.chainrule.plot.ImageGrid;
import org.chainrule.plot.LineChart;
import org.chainrule.plot.LossChart;
import org.chainrule.plot.NetworkDiagram;
import org.chainrule.plot.Picture;
import org.chainrule.plot.ShareChart;
import org.chainrule.tables.Tables;
import org.chainrule.training.Diagnosis;
import org.chainrule.training.History;
import org.chainrule.training.Measure;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Share;
import org.chainrule.training.Sweep;
import org.chainrule.training.Trainer;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One of everything that carries a name which somebody else has chosen, with the same name everywhere. */
final class NamedThings {
    private static final Dataset XOR = Datasets.xor();
    private static final Loss LOSS = Loss.halfSquaredError();

    private final String name;
    private final Network network;
    private final History run;

    NamedThings(String name) {
        this.name = name;
        Activation activation = Activation.of(name, Math::tanh, (z, a) -> 1 - a * a);
        network = Network.inputs(2)
                .dense(2, activation)
                .dense(1, SIGMOID)
                .initialize(Initializer.xavier(), NumpyRandom.seed(3));
        run = Trainer.of(LOSS, new NamedOptimizer(name))
                .epochs(3)
                .report(Measure.of(name, (output, targets) -> 0.5))
                .watch(epoch -> {
                    throw new IllegalStateException(name);
                })
                .fit(network, XOR);
    }

    /** How each of them looks, by what it is. */
    Map<String, MimeBundle> bundles() {
        Map<String, MimeBundle> bundles = new LinkedHashMap<>();
        objects().forEach((what, object) -> bundles.put(what, Renderings.of(object)));
        Screen screen = new Screen();
        Sweep.of(
                2,
                i -> {
                    if (i == 1) {
                        throw new IllegalStateException(name);
                    }
                    return i;
                },
                sweep -> table(),
                new ProgressBar(screen, name));
        bundles.put("progress bar", screen.last());
        History watched = run.trainer().watch(LivePlot.diagram(screen)).fit(network, XOR);
        bundles.put("live diagram", screen.last());
        bundles.put("run that was watched", Renderings.of(watched));
        return bundles;
    }

    Map<String, Object> objects() {
        Map<String, Object> objects = new LinkedHashMap<>();
        objects.put("network", network);
        Model model = Model.of(network).named(List.of(name, "other"), List.of(name));
        objects.put("model", model);
        objects.put("prediction", model.prediction(0, 1));
        Dataset named = XOR.named(List.of(name, "other"), List.of(name));
        ConfusionMatrix confusion = ConfusionMatrix.of(network, named);
        objects.put("samples", named);
        objects.put("split", named.split(1, 0.5, 0.5));
        objects.put("confusion matrix", confusion);
        objects.put("mistakes", confusion.mistakes());
        objects.put("images", ImageGrid.of(XOR.inputs(), 1).titled(name).captions(Collections.nCopies(4, name)));
        objects.put("forward pass", network.forward(XOR.inputs()));
        objects.put("gradients", Backpropagation.gradients(network, LOSS, XOR.inputs(), XOR.targets()));
        objects.put("gradient check", GradientCheck.of(network, LOSS, XOR.inputs(), XOR.targets()));
        ChainRule rule = ChainRule.of(network, LOSS, XOR.inputs(), XOR.targets());
        objects.put("chain rule", rule);
        objects.put("derivation", rule.weight(1, 0, 1));
        objects.put(
                "error of differences",
                StepSizes.of(network, LOSS, XOR.inputs(), XOR.targets()).weight(1, 0, 0));
        objects.put("run", run);
        objects.put("table of a run", Tables.of(run));
        objects.put("table of runs", Tables.sweep(Map.of(name, run)));
        objects.put("diagnosis", Diagnosis.of(run));
        objects.put("landscape", LossLandscape.of(name, run));
        objects.put("profile", LossProfile.of(run));
        objects.put("diagram", NetworkDiagram.of(network).forSample(0, 1));
        objects.put("activation chart", ActivationChart.of(network.layer(1).activation()));
        objects.put("decision boundary", DecisionBoundary.of(network, XOR));
        objects.put("loss chart", LossChart.of(name, run.records()));
        objects.put(
                "line chart",
                LineChart.titled(name).axes(name, name).add(name, new double[] {0, 1}, new double[] {1, 2}));
        objects.put(
                "share chart",
                ShareChart.titled(name, name, name).add(name, new double[] {1}, List.of(new Share(1, 2))));
        objects.put("chart that cannot be drawn", new Broken(name));
        objects.put("table", table());
        objects.put("columns", columns());
        objects.put("columns of any type", Tables.of(List.of(name, "number"), List.of(List.of(name, 1))));
        objects.put("list", List.of(name));
        objects.put("error", new IllegalArgumentException(name));
        return objects;
    }

    private Tabular table() {
        return new NamedTable(name);
    }

    private Table columns() {
        return Table.create(name, StringColumn.create(name, name, "other"), StringColumn.create("other", name, ""));
    }

    /** An optimizer whose description a summary of a run shows. */
    private record NamedOptimizer(String name) implements Optimizer {
        @Override
        public int stateSize(int parameters) {
            return 0;
        }

        @Override
        public void update(double[] theta, double[] gradient, double[] state, long t) {
            theta[0] -= 0.1 * gradient[0];
            theta[1] -= 0.1 * gradient[1];
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private record NamedTable(String name) implements Tabular {
        @Override
        public List<String> columns() {
            return List.of(name, "number");
        }

        @Override
        public List<List<Object>> cells() {
            return List.of(List.of(name, 0.5), List.of("other", name));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private record Broken(String name) implements Chart {
        @Override
        public Picture picture(int scale) {
            throw new IllegalStateException(name);
        }

        @Override
        public String alt() {
            return name;
        }
    }
}
