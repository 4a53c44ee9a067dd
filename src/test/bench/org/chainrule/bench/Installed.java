package org.chainrule.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What this machine has besides Java: a NumPy, a C compiler, a BLAS. */
final class Installed {
    private final Path sources;
    private final Path directory;
    private final String python;
    private final boolean compiled;
    private final boolean blas;

    /**
     * @param home the repository
     * @param directory where the C program goes
     */
    Installed(Path home, Path directory) {
        this.sources = home.resolve("src/test/bench/peers");
        this.directory = directory;
        this.python = List.of("python3", "/usr/bin/python3").stream()
                .filter(name -> succeeds(name, "-c", "import numpy"))
                .findFirst()
                .orElse(null);
        this.blas = compile("-DBLAS", "-lopenblas");
        this.compiled = blas || compile();
    }

    Optional<List<String>> numpy() {
        return python == null
                ? Optional.empty()
                : Optional.of(List.of(python, sources.resolve("bench.py").toString()));
    }

    Optional<List<String>> c(Workload workload) {
        boolean able = workload.isTiny() ? compiled : blas;
        return able ? Optional.of(List.of(program())) : Optional.empty();
    }

    /** A peer on the JVM that runs this. */
    static List<String> jvm(String name, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-D" + Workload.PROPERTY + "=" + Workload.SAMPLES,
                "-cp",
                System.getProperty("java.class.path"),
                PeerMain.class.getName(),
                name));
        return command;
    }

    /** What was found, in a sentence. */
    String describe() {
        return "Java " + System.getProperty("java.version") + "; NumPy: " + (python == null ? "none" : python) + "; C: "
                + (!compiled ? "none" : blas ? "cc with OpenBLAS" : "cc without OpenBLAS");
    }

    private boolean compile(String... more) {
        List<String> words = new ArrayList<>(List.of("cc", "-O3", "-march=native", "-o", program()));
        words.add(sources.resolve("bench.c").toString());
        words.addAll(List.of(more));
        words.add("-lm");
        return succeeds(words.toArray(String[]::new));
    }

    private String program() {
        return directory.resolve("bench").toString();
    }

    private static boolean succeeds(String... words) {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
