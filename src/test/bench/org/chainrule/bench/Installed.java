package org.chainrule.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this machine has besides Java: a NumPy, a C compiler, a BLAS. The variable {@code PYTHON} chooses among interpreters. */
final class Installed {
    private static final String VERSIONS = "import sys, numpy; print(numpy.__version__, 'on Python', sys.version.split()[0])";

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
        this.python = Stream.of(System.getenv("PYTHON"), "python3", "/usr/bin/python3")
                .filter(name -> name != null && succeeds(name, "-c", "import numpy"))
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

    /** What was found, a line each. */
    String describe() {
        String numpy = python == null ? "none" : output(python, "-c", VERSIONS);
        String c = !compiled ? "none" : output("cc", "-dumpfullversion") + ", " + (blas ? output(program()) : "no OpenBLAS");
        return String.join(
                "\n",
                "processor  " + processor(),
                "Java       " + System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                "NumPy      " + numpy,
                "C          " + c);
    }

    private static String processor() {
        Path file = Path.of("/proc/cpuinfo");
        try (Stream<String> lines = Files.exists(file) ? Files.lines(file) : Stream.empty()) {
            String details = lines.takeWhile(line -> !line.isBlank())
                    .filter(line -> line.matches("(model name|cpu family|model)\\s*:.*"))
                    .map(line -> line.replaceFirst("model name\\s*:", "").replaceAll("\\s*:", "").trim())
                    .collect(Collectors.joining(", "));
            return Runtime.getRuntime().availableProcessors() + " cores, " + (details.isEmpty() ? "unknown" : details);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** What the command prints, in one line. */
    private static String output(String... words) {
        return String.join(" ", Contender.Run.lines(List.of(words))).trim();
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
