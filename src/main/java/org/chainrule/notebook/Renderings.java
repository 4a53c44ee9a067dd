package org.chainrule.notebook;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.chainrule.data.Tabular;
import org.chainrule.explain.CheckedDerivative;
import org.chainrule.explain.Derivation;
import org.chainrule.explain.DifferenceError;
import org.chainrule.explain.ErrorCurve;
import org.chainrule.explain.ErrorCurve.Branch;
import org.chainrule.explain.GradientCheck;
import org.chainrule.explain.LossLandscape;
import org.chainrule.explain.LossProfile;
import org.chainrule.explain.Verdict;
import org.chainrule.network.Dense;
import org.chainrule.network.ForwardPass;
import org.chainrule.network.Gradients;
import org.chainrule.network.Model;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyFormat;
import org.chainrule.plot.Chart;
import org.chainrule.plot.DifferenceErrorChart;
import org.chainrule.plot.LandscapeMap;
import org.chainrule.plot.LossChart;
import org.chainrule.plot.LossProfileChart;
import org.chainrule.plot.NetworkDiagram;
import org.chainrule.training.History;
import org.ejml.simple.SimpleMatrix;

/** How each type looks in a notebook: pure functions from an object to its forms, which know no kernel. */
public final class Renderings {
    private static final int FINAL_SCALE = 2;
    private static final Map<Class<?>, Function<Object, MimeBundle>> BY_TYPE = new LinkedHashMap<>();

    static {
        add(double[].class, values -> MimeBundle.text(NumpyFormat.array(values)));
        add(double[][].class, rows -> MimeBundle.text(NumpyFormat.array(rows)));
        add(SimpleMatrix.class, matrix -> MimeBundle.text(NumpyFormat.array(matrix)));
        add(Network.class, Renderings::network);
        add(Model.class, Renderings::model);
        add(ForwardPass.class, Renderings::forwardPass);
        add(Gradients.class, Renderings::gradients);
        add(GradientCheck.class, Renderings::gradientCheck);
        add(Derivation.class, Renderings::derivation);
        add(DifferenceError.class, Renderings::differenceError);
        add(History.class, Renderings::history);
        add(Chart.class, Renderings::chart);
        add(NetworkDiagram.class, Drawing::bundle);
        add(LossLandscape.class, Renderings::landscape);
        add(LossProfile.class, profile -> chart(LossProfileChart.of(profile)));
        add(Tabular.class, Renderings::tabular);
        // Tablesaw's tables are iterable: kernels hand them over with all that has no rendering of its own.
        add(Iterable.class, Renderings::other);
    }

    private Renderings() {}

    /** The forms of an object: those of its type where we know it, else its text. */
    public static MimeBundle of(Object object) {
        if (object instanceof MimeBundle bundle) {
            return bundle;
        }
        return BY_TYPE.entrySet().stream()
                .filter(type -> type.getKey().isInstance(object))
                .findFirst()
                .map(type -> type.getValue().apply(object))
                .orElseGet(() -> MimeBundle.text(String.valueOf(object)));
    }

    private static MimeBundle other(Object object) {
        return TablesawName.isOf(object) ? TablesawRendering.of(object) : MimeBundle.text(String.valueOf(object));
    }

    /** Every type that has a rendering of its own, with it. */
    static Map<Class<?>, Function<Object, MimeBundle>> byType() {
        return BY_TYPE;
    }

    private static <T> void add(Class<T> type, Function<T, MimeBundle> rendering) {
        BY_TYPE.put(type, object -> rendering.apply(type.cast(object)));
    }

    private static MimeBundle network(Network network) {
        Table table = new Table(network.toString(), "layer", "shape", "activation", "parameters");
        for (int l = 1; l <= network.depth(); l++) {
            Dense layer = network.layer(l);
            String count = layer.parameterCount() + (layer.hasBias() ? "" : "  (no bias)");
            table.row(l, layer.inputs() + " → " + layer.units(), layer.activation(), count);
        }
        return table.bundle(network + "\n" + network.summary());
    }

    private static MimeBundle model(Model model) {
        Table table = new Table(model.toString(), "what", "value");
        table.row("inputs", String.join(", ", model.inputNames()));
        model.scaler().ifPresent(scaler -> table.row("standardized with", scaler));
        model.network().layers().forEach(layer -> table.row("layer", layer));
        table.row("outputs", String.join(", ", model.targetNames()));
        return table.bundle();
    }

    private static MimeBundle forwardPass(ForwardPass pass) {
        StringBuilder text = new StringBuilder(pass.toString());
        entry("a(0)", pass.a(0), text);
        for (int l = 1; l <= pass.network().depth(); l++) {
            entry("z(" + l + ")", pass.z(l), text);
            entry("a(" + l + ")", pass.a(l), text);
        }
        return MimeBundle.text(text.toString());
    }

    private static MimeBundle gradients(Gradients g) {
        StringBuilder text = new StringBuilder(g.toString());
        for (int l = g.network().depth(); l >= 1; l--) {
            entry("delta(" + l + ")", g.delta(l), text);
            entry("dW(" + l + ")", g.dW(l), text);
            if (g.network().layer(l).hasBias()) {
                entry("db(" + l + ")", g.db(l), text);
            }
        }
        return MimeBundle.text(text.toString());
    }

    private static void entry(String name, SimpleMatrix value, StringBuilder text) {
        String indent = "\n" + " ".repeat(name.length() + 3);
        text.append('\n')
                .append(name)
                .append(" = ")
                .append(NumpyFormat.array(value).replace("\n", indent));
    }

    private static MimeBundle gradientCheck(GradientCheck check) {
        CheckedDerivative worst = check.worst();
        Table table = new Table(
                "Gradient check: " + word(check.verdict()) + " (" + check.count(Verdict.RIGHT) + " right, "
                        + check.count(Verdict.WRONG) + " wrong, " + check.count(Verdict.UNDECIDED) + " undecided)",
                "part",
                "verdict",
                "largest relative error");
        check.parts()
                .forEach(part -> table.row(
                        part.name(),
                        word(part.check().verdict()),
                        brief(part.check().worst().relativeError())));
        table.row("worst: " + worst.parameter(), word(worst.verdict()), brief(worst.relativeError()));
        return table.bundle();
    }

    private static MimeBundle derivation(Derivation derivation) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("text/latex", derivation.latex());
        forms.put("text/plain", derivation.toString());
        return MimeBundle.of(forms);
    }

    private static MimeBundle history(History run) {
        Table table = new Table("History of " + run.network(), "what", "value");
        double[] loss = run.loss();
        table.row("ended", run.ending());
        table.row("trained with", run.trainer());
        if (run.firstEpoch() > 0) {
            table.row("continues", "another run, from epoch " + run.firstEpoch());
        }
        table.row("updates", run.updates());
        table.row("loss", brief(loss[0]) + " → " + brief(run.lastLoss()));
        run.records().measures().forEach(name -> {
            double[] values = run.measure(name);
            table.row(name, brief(values[0]) + " → " + brief(values[values.length - 1]));
        });
        if (run.records().every() > 1) {
            table.row("recorded", run.records().note());
        }
        run.notes().forEach(note -> table.row("note", note));
        return together(table, chart(LossChart.of(run)));
    }

    private static MimeBundle differenceError(DifferenceError error) {
        Table table = new Table(
                "Error of differences for " + error.parameter() + error.kinkInWords(),
                "difference",
                "best step h",
                "error there",
                "slope of truncation",
                "slope of round-off");
        curve("one-sided", error.oneSided(), table);
        curve("centred", error.centred(), table);
        return together(table, chart(DifferenceErrorChart.of(error)));
    }

    private static void curve(String name, ErrorCurve curve, Table table) {
        table.row(
                name,
                brief(curve.bestStep()),
                brief(curve.leastError()),
                curve.truncation().map(Branch::toString).orElse("none"),
                curve.roundOff().map(Branch::toString).orElse("none"));
    }

    private static MimeBundle landscape(LossLandscape landscape) {
        MimeBundle map = chart(LandscapeMap.of(landscape));
        return landscape.paths().isEmpty() ? map : together(table(landscape), map);
    }

    private static MimeBundle chart(Chart chart) {
        return Drawing.bundle(chart::picture, chart.alt(), FINAL_SCALE);
    }

    private static MimeBundle together(Table table, MimeBundle picture) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("text/plain", table.text() + "\n" + picture.plainText());
        forms.put("text/html", table.html() + Drawing.html(picture));
        return MimeBundle.of(forms);
    }

    private static MimeBundle tabular(Tabular tabular) {
        return table(tabular).bundle();
    }

    private static Table table(Tabular tabular) {
        Table table = new Table(tabular.toString(), tabular.columns().toArray(String[]::new));
        tabular.cells()
                .forEach(row -> table.row(row.stream().map(Renderings::cell).toArray()));
        return table;
    }

    private static Object cell(Object value) {
        return value instanceof Double number ? NumpyFormat.significant(number, 6) : value;
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static String brief(double value) {
        return NumpyFormat.significant(value, 3);
    }
}
