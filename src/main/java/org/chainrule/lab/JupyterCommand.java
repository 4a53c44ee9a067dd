package org.chainrule.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Jupyter front end that can be started.
 *
 * @param words the command, its first word an absolute path
 * @param urlPath what stands before a notebook's name in its address
 */
record JupyterCommand(List<String> words, String urlPath, String version) {
    private static final Duration VERSION_TIMEOUT = Duration.ofSeconds(60);
    private static final Pattern VERSION = Pattern.compile("^\\d+(\\.\\w+)+$", Pattern.MULTILINE);
    private static final String LAB = "lab/tree/";
    private static final String NOTEBOOK = "notebooks/";

    /**
     * What a search gave.
     *
     * @param found the front end to use, or null
     * @param broken a sentence for each that is there but does not run
     */
    record Search(JupyterCommand found, List<String> broken) {}

    /** Looks for the person's own Jupyter, JupyterLab first, and then for the one that we installed. */
    static Search search(Machine machine) {
        List<String> broken = new ArrayList<>();
        Optional<Path> jupyter = machine.find("jupyter");
        Stream<JupyterCommand> candidates = Stream.of(
                        candidate(machine.find("jupyter-lab"), LAB),
                        candidate(jupyter, LAB, "lab"),
                        candidate(machine.find("jupyter-notebook"), NOTEBOOK),
                        candidate(jupyter, NOTEBOOK, "notebook"),
                        candidate(new PrivateJupyter(machine).command(), LAB))
                .flatMap(Optional::stream);
        JupyterCommand found = candidates
                .flatMap(candidate -> candidate.withVersion(machine, broken).stream())
                .findFirst()
                .orElse(null);
        return new Search(found, broken);
    }

    private static Optional<JupyterCommand> candidate(Optional<Path> executable, String urlPath, String... arguments) {
        return executable.map(path -> {
            List<String> words = new ArrayList<>(List.of(path.toString()));
            words.addAll(List.of(arguments));
            return new JupyterCommand(words, urlPath, "");
        });
    }

    // A shim of a version manager or a broken installation has the name but does not run: only an answer counts.
    private Optional<JupyterCommand> withVersion(Machine machine, List<String> broken) {
        List<String> question = new ArrayList<>(words);
        question.add("--version");
        Machine.Outcome answer = machine.run(VERSION_TIMEOUT, question);
        Matcher number = VERSION.matcher(answer.output());
        if (answer.succeeded() && number.find()) {
            return Optional.of(new JupyterCommand(words, urlPath, number.group()));
        }
        // "jupyter lab" where there is no lab is no fault: the command jupyter comes with every kernel.
        if (words.size() == 1) {
            broken.add(this + " does not run: " + answer.lastLine());
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
