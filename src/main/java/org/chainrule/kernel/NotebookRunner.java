package org.chainrule.kernel;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the code cells of a notebook, each notebook in a fresh kernel, and stops at the first that fails, or goes on. */
public final class NotebookRunner {
    /** Jupyter's own tag for a cell that is meant to fail, and after which a run goes on. */
    private static final String MEANT_TO_FAIL = "raises-exception";

    private final KernelSpec kernel;
    private final Duration cellTimeout;
    private final boolean goesOn;

    /**
     * What a run gave.
     *
     * @param notebook the notebook with the outputs of the run; a cell that did not run has none
     * @param cellsRun how many code cells ran
     * @param failedCell the position of the first failing cell among all cells, counted from 1, or 0
     * @param error what failed there, or null
     */
    public record Run(NotebookFile notebook, int cellsRun, int failedCell, String error) {
        /** Whether all cells ran. */
        public boolean succeeded() {
            return error == null;
        }
    }

    public NotebookRunner(KernelSpec kernel, Duration cellTimeout) {
        this(kernel, cellTimeout, false);
    }

    private NotebookRunner(KernelSpec kernel, Duration cellTimeout, boolean goesOn) {
        this.kernel = kernel;
        this.cellTimeout = cellTimeout;
        this.goesOn = goesOn;
    }

    /** The same, but a cell that fails does not keep the cells after it from running, as long as the kernel lives. */
    public NotebookRunner goingOn() {
        return new NotebookRunner(kernel, cellTimeout, true);
    }

    /**
     * Runs a notebook in the directory it lies in; the one given is left alone.
     *
     * @throws LabException if the kernel does not start
     */
    public Run run(NotebookFile notebook) throws LabException {
        Path directory = notebook.path().toAbsolutePath().getParent();
        Map<Integer, JupyterClient.Result> results = new LinkedHashMap<>();
        int failedCell = 0;
        String error = null;
        try (JupyterClient client = JupyterClient.start(kernel, directory)) {
            for (int position : notebook.codeCells()) {
                if (notebook.source(position).isBlank()) {
                    continue;
                }
                String problem = runCell(notebook, position, client, results);
                if (problem != null && error == null) {
                    failedCell = position + 1;
                    error = problem;
                }
                boolean kernelIsGone = !results.containsKey(position);
                if (kernelIsGone || (problem != null && !goesOn)) {
                    break;
                }
            }
        }
        return new Run(withOutputs(notebook, results), results.size(), failedCell, error);
    }

    private String runCell(
            NotebookFile notebook, int position, JupyterClient client, Map<Integer, JupyterClient.Result> results) {
        try {
            JupyterClient.Result result = client.execute(notebook.source(position), cellTimeout);
            results.put(position, result);
            return problem(result, notebook.hasTag(position, MEANT_TO_FAIL));
        } catch (LabException e) {
            // A cell that takes the kernel down fails like any other: the chapters after it still run.
            return e.getMessage();
        }
    }

    private static String problem(JupyterClient.Result result, boolean meantToFail) {
        if (meantToFail) {
            return result.error() == null ? "The cell carries the tag " + MEANT_TO_FAIL + " but did not fail" : null;
        }
        return result.error();
    }

    // Only at the end, because a cell may update what an earlier one displayed.
    private static NotebookFile withOutputs(NotebookFile notebook, Map<Integer, JupyterClient.Result> results) {
        NotebookFile copy = notebook.copy();
        for (int position : notebook.codeCells()) {
            JupyterClient.Result result = results.get(position);
            List<JsonObject> outputs = result == null ? List.of() : result.outputs();
            copy.setOutputs(position, result == null ? null : result.executionCount(), outputs);
        }
        return copy;
    }
}
