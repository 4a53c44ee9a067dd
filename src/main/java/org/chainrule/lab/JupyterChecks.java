package org.chainrule.lab;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.chainrule.kernel.JupyterClient;
import org.chainrule.kernel.KernelImplementation;
import org.chainrule.kernel.KernelSpec;
import org.chainrule.kernel.KernelSpecs;
import org.chainrule.kernel.LabException;

/** What the doctor asks about Jupyter and its kernels. */
final class JupyterChecks {
    private static final Duration CELL_TIMEOUT = Duration.ofSeconds(60);

    /** Trains, so that the library is seen to be there, and draws the curve, so that fonts are. */
    private static final String CHART =
            "LossChart.of(Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5)).epochs(2)"
                    + ".online().fit(Network.inputs(2).dense(1, SIGMOID).initialize(Initializer.he(), NumpyRandom.seed(1)),"
                    + " Datasets.xor()))";

    private JupyterChecks() {}

    static Finding jupyter(Machine machine) {
        JupyterCommand.Search search = JupyterCommand.search(machine);
        if (search.found() != null) {
            return Finding.ok(search.found().version() + ", " + search.found());
        }
        return search.broken().isEmpty()
                ? Finding.problem("There is no JupyterLab and no Jupyter Notebook", "./lab")
                : Finding.problem(String.join("; ", search.broken()), new Packages(machine).command("jupyter"));
    }

    static Finding kernels(Machine machine) {
        Map<String, Path> installed = KernelSpecs.installed(machine.environment());
        return Finding.ok(
                installed.isEmpty()
                        ? "none is installed"
                        : installed.entrySet().stream()
                                .map(kernel -> kernel.getKey() + remark(kernel.getValue(), machine))
                                .collect(Collectors.joining(", ")));
    }

    private static String remark(Path kernelJson, Machine machine) {
        try {
            KernelSpec spec = KernelSpec.read(kernelJson);
            String command = spec.argv().get(0);
            if (!machine.canStart(command)) {
                return " (its " + command + " does not exist)";
            }
            return KernelImplementation.of(spec)
                    .map(implementation -> " (" + implementation + ")")
                    .orElse("");
        } catch (LabException e) {
            return " (broken: " + e.getMessage() + ")";
        }
    }

    static Finding ourKernel(Machine machine) {
        InstalledKernel kernel = new InstalledKernel(machine);
        String where = kernel.directory().toString();
        return switch (kernel.state()) {
            case CURRENT -> Finding.ok("installed in " + where);
            case MISSING -> Finding.problem("It is not installed in " + where, "./lab install");
            case STALE -> Finding.problem("The one in " + where + " is not the library built here", "./lab install");
            case BROKEN -> Finding.problem("The one in " + where + " is damaged", "./lab install");
            case FOREIGN ->
                Finding.problem(
                        where + " was not put there by ./lab", "mv " + where + " " + where + "-mine && ./lab install");
        };
    }

    /** Starts our kernel as Jupyter would, the installed one if there is one. */
    static Finding firstCells(Machine machine) throws LabException {
        InstalledKernel kernel = new InstalledKernel(machine);
        return switch (kernel.state()) {
            case CURRENT, STALE -> firstCells(KernelSpec.read(kernel.kernelJson()), machine, "./lab install");
            default -> firstCells(KernelSpec.ofThisJvm(machine.joinedClassPath()), machine, "./lab install");
        };
    }

    static Finding firstCellsOn(String name, Machine machine) {
        try {
            KernelSpec spec = KernelSpecs.find(name, machine.environment());
            return firstCells(
                    spec.withLibrary(machine.joinedClassPath(), machine.home().resolve("target")),
                    machine,
                    "jupyter kernelspec list");
        } catch (LabException e) {
            return Finding.problem(e.getMessage(), "jupyter kernelspec list");
        }
    }

    private static Finding firstCells(KernelSpec spec, Machine machine, String mend) {
        long start = System.nanoTime();
        try (JupyterClient client = JupyterClient.start(spec, machine.home().toAbsolutePath())) {
            // As a last expression it would be HTML on Rapaio's kernel.
            String two = output(client, "show(1 + 1);", "text/plain");
            if (!two.equals("2")) {
                return Finding.problem("The kernel starts, but says that 1 + 1 is " + two, mend);
            }
            // Where it cannot be drawn, a chart is shown as text: what is missing are fonts.
            if (output(client, CHART, "image/png").isEmpty()) {
                return Finding.problem(
                        "The kernel starts, but draws no picture", new Packages(machine).command("fonts"));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return Finding.ok(String.format(Locale.ROOT, "1 + 1 and a picture, %.1f s after the start", seconds));
        } catch (LabException e) {
            return Finding.problem(e.getMessage(), mend);
        }
    }

    /** What a cell shows in that form, or nothing. */
    private static String output(JupyterClient client, String code, String mimeType) throws LabException {
        JupyterClient.Result result = client.execute(code, CELL_TIMEOUT);
        if (result.error() != null) {
            throw new LabException("The kernel starts, but a cell fails: " + result.error());
        }
        for (JsonObject output : result.outputs()) {
            if (output.get("data") instanceof JsonObject data && data.has(mimeType)) {
                return data.get(mimeType).getAsString();
            }
        }
        return "";
    }
}
