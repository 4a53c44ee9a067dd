package org.chainrule.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A peer as a command that trains a workload and prints seconds and result. */
enum Contender {
    TRAINER("Chainrule, Trainer.fit"),
    VECTOR("Chainrule, vector module"),
    JAVA("Chainrule, no flag"),
    PLAIN("Chainrule, plain sums"),
    VECTOR_TRAINER("Chainrule, Trainer.fit, vector module"),
    STRICT("Java loops, StrictMath.exp"),
    LOOPS("Java loops, Math.exp"),
    ENCOG("Encog 3.4"),
    NUMPY("NumPy"),
    C("C");

    final String title;

    Contender(String title) {
        this.title = title;
    }

    /** The command up to its workload, or nothing where this machine, or this workload, has no such peer. */
    Optional<List<String>> command(Workload workload, Installed installed) {
        return switch (this) {
            case TRAINER -> when(workload.isTiny(), Installed.jvm("trainer"));
            case VECTOR -> when(!workload.isTiny(), Installed.jvm("bare", "--add-modules", "jdk.incubator.vector"));
            case JAVA -> when(!workload.isTiny(), Installed.jvm("bare"));
            case PLAIN -> when(workload == Workload.W4_SMALL, Installed.jvm("bare", "-Dchainrule.backend=plain"));
            case VECTOR_TRAINER ->
                when(workload == Workload.W4_SMALL, Installed.jvm("trainer", "--add-modules", "jdk.incubator.vector"));
            case STRICT -> when(workload.isTiny(), Installed.jvm("strict"));
            case LOOPS -> Optional.of(Installed.jvm("loops"));
            case ENCOG -> when(workload.isTiny(), Installed.jvm("encog"));
            case NUMPY -> installed.numpy();
            case C -> installed.c(workload);
        };
    }

    /**
     * How many updates are timed, from which the time of all follows: fewer of the slow ones, which would take minutes; and of
     * the trainer thirty epochs, because it evaluates the network once before the first.
     */
    int updates(Workload workload) {
        return switch (this) {
            case NUMPY -> workload.isTiny() ? workload.updates / 10 : workload.updates;
            case LOOPS, PLAIN -> workload.isTiny() ? workload.updates : workload.updates / 20;
            case VECTOR_TRAINER -> 3 * workload.updates;
            default -> workload.updates;
        };
    }

    private static Optional<List<String>> when(boolean takesPart, List<String> command) {
        return takesPart ? Optional.of(command) : Optional.empty();
    }

    /** Runs the command; its seconds are those of the whole workload. */
    Run run(List<String> command, Workload workload, Path file, long updates, int rounds) {
        boolean jvm = command.contains(PeerMain.class.getName());
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(jvm ? workload.name() : file.toString(), "" + updates, "" + rounds));
        return Run.of(words);
    }

    /** What a command printed. */
    record Run(double[] seconds, double[] result) {
        static Run of(List<String> words) {
            List<String> lines = lines(words);
            return new Run(numbers(lines, "seconds "), numbers(lines, "result "));
        }

        static List<String> lines(List<String> words) {
            try {
                ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
                // An environment may pin these, and would slow down every user of OpenBLAS.
                builder.environment().keySet().removeAll(List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"));
                builder.environment().put("OPENBLAS_NUM_THREADS", "1");
                Process process = builder.start();
                List<String> lines = process.inputReader().lines().toList();
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(String.join(" ", words) + " ended with " + process.exitValue());
                }
                return lines;
            } catch (IOException e) {
                throw new IllegalStateException(String.join(" ", words) + " cannot be run: " + e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }

        private static double[] numbers(List<String> lines, String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                    .toArray();
        }

        static double median(double[] numbers) {
            double[] sorted = numbers.clone();
            Arrays.sort(sorted);
            int n = sorted.length;
            return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        }
    }
}
