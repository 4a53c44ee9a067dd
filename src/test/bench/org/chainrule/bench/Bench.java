package org.chainrule.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What {@code ./lab bench} runs: every workload on every peer that this machine has, in turns, and the bars. With
 * {@code --quick} each peer trains a little, once, and all must end with the same network; with {@code --curves} the tables of
 * what an update costs.
 */
public final class Bench {
    private static final int TURNS = 3;
    private static final int ROUNDS = 3;
    private static final double TINY_TOLERANCE = 1e-12;
    private static final double LARGE_TOLERANCE = 1e-6;

    private final Path directory;
    private final Installed installed;

    private Bench(Path home) throws IOException {
        this.directory = Files.createDirectories(home.resolve("target/bench"));
        this.installed = new Installed(home, directory);
    }

    public static void main(String[] arguments) throws IOException {
        Bench bench = new Bench(Path.of(System.getProperty("chainrule.home", "")));
        List<String> options = List.of(arguments);
        if (options.equals(List.of("--curves"))) {
            CostCurves.print(bench.directory);
        } else if (options.equals(List.of("--quick"))) {
            System.setProperty(Workload.PROPERTY, "640");
            System.exit(bench.quick() ? 0 : 1);
        } else if (options.isEmpty()) {
            bench.full();
        } else {
            System.err.println("bench knows --quick and --curves, not " + options);
            System.exit(2);
        }
    }

    private boolean quick() throws IOException {
        System.out.println(installed.describe());
        boolean agreed = true;
        for (Workload workload : Workload.values()) {
            Path file = PeerFile.write(workload, directory);
            double[] expected = null;
            for (Contender contender : Contender.values()) {
                Optional<List<String>> command = contender.command(workload, installed);
                if (command.isEmpty() || contender == Contender.VECTOR_TRAINER) {
                    continue;
                }
                double[] result = contender
                        .run(command.get(), workload, file, workload.quickUpdates, 1)
                        .result();
                expected = expected == null ? result : expected;
                double difference = largestDifference(expected, result);
                boolean same = difference <= (workload.isTiny() ? TINY_TOLERANCE : LARGE_TOLERANCE);
                agreed &= same;
                System.out.printf(
                        Locale.ROOT, "%-9s %-40s %s %.0e%n", workload, contender.title, same ? "same" : "OTHER", difference);
            }
        }
        return agreed;
    }

    private static double largestDifference(double[] expected, double[] result) {
        if (expected.length != result.length) {
            return Double.NaN;
        }
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i] - result[i]) / Math.abs(expected[i]));
        }
        return largest;
    }

    private void full() throws IOException {
        System.out.println(installed.describe());
        Map<Workload, Map<Contender, Double>> seconds = new EnumMap<>(Workload.class);
        for (Workload workload : Workload.values()) {
            seconds.put(workload, seconds(workload));
            print(workload, seconds.get(workload));
        }
        Bars.of(seconds).forEach(System.out::println);
        Bars.ofProcesses(installed, PeerFile.write(Workload.W1, directory)).forEach(System.out::println);
    }

    /** The median of all rounds, where every peer had its turn before the next round began. */
    private Map<Contender, Double> seconds(Workload workload) throws IOException {
        Path file = PeerFile.write(workload, directory);
        Map<Contender, double[]> all = new EnumMap<>(Contender.class);
        for (int turn = 0; turn < TURNS; turn++) {
            for (Contender contender : Contender.values()) {
                Optional<List<String>> command = contender.command(workload, installed);
                if (command.isPresent()) {
                    int updates = contender.updates(workload);
                    double[] rounds = contender
                            .run(command.get(), workload, file, updates, ROUNDS)
                            .seconds();
                    DoubleStream scaled = Arrays.stream(rounds).map(s -> s * workload.updates / updates);
                    all.merge(contender, scaled.toArray(), Bench::joined);
                }
            }
        }
        Map<Contender, Double> medians = new EnumMap<>(Contender.class);
        all.forEach((contender, rounds) -> medians.put(contender, Contender.Run.median(rounds)));
        return medians;
    }

    private static double[] joined(double[] before, double[] more) {
        return DoubleStream.concat(Arrays.stream(before), Arrays.stream(more)).toArray();
    }

    private static void print(Workload workload, Map<Contender, Double> seconds) {
        System.out.printf(Locale.ROOT, "%n%s: %s, %,d updates%n", workload, workload.title, workload.updates);
        Double numpy = seconds.get(Contender.NUMPY);
        Double c = seconds.get(Contender.C);
        seconds.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> System.out.printf(
                        Locale.ROOT,
                        "  %-40s %10.2f ms %9.2f µs an update%s%s%n",
                        entry.getKey().title,
                        1e3 * entry.getValue(),
                        1e6 * entry.getValue() / workload.updates,
                        numpy == null ? "" : String.format(Locale.ROOT, "  %7.2f × NumPy", numpy / entry.getValue()),
                        c == null ? "" : String.format(Locale.ROOT, "  %6.3f of C", c / entry.getValue())));
    }
}
