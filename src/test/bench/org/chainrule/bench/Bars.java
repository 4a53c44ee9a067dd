package org.chainrule.bench;

import static org.chainrule.bench.Contender.C;
import static org.chainrule.bench.Contender.ENCOG;
import static org.chainrule.bench.Contender.JAVA;
import static org.chainrule.bench.Contender.LOOPS;
import static org.chainrule.bench.Contender.NUMPY;
import static org.chainrule.bench.Contender.STRICT;
import static org.chainrule.bench.Contender.TRAINER;
import static org.chainrule.bench.Contender.VECTOR;
import static org.chainrule.bench.Contender.VECTOR_TRAINER;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/** What is promised, and whether it is kept: a line a bar. */
final class Bars {
    private static final boolean NEWER = Runtime.version().feature() >= 25;

    private static final int W5_UPDATES = 200;

    private final Map<Workload, Map<Contender, Double>> seconds;
    private final List<String> lines = new ArrayList<>();

    private Bars(Map<Workload, Map<Contender, Double>> seconds) {
        this.seconds = seconds;
    }

    static List<String> of(Map<Workload, Map<Contender, Double>> seconds) {
        Bars bars = new Bars(seconds);
        bars.lines.add("");
        bars.tiny(Workload.W1, 300, 2.5, 0.45);
        bars.tiny(Workload.W2, 200, 3, 0.45);
        bars.tiny(Workload.W3, 45, 1.7, 0.4);
        bars.large(Workload.W4_SMALL, NEWER ? 0.5 : 0.35);
        bars.large(Workload.W4_BIG, NEWER ? 0.5 : 0.30);
        bars.atMost("W4 SMALL, trainer over the bare loop", Workload.W4_SMALL, VECTOR_TRAINER, VECTOR, 1.10);
        return bars.lines;
    }

    private void tiny(Workload workload, double numpy, double encog, double c) {
        atMost(workload + ", time of Java loops with the same e^x", workload, TRAINER, STRICT, 1.3);
        atMost(workload + ", time of Java loops with Math.exp", workload, TRAINER, LOOPS, 1.3);
        atLeast(workload + ", speed of the published NumPy code", workload, TRAINER, NUMPY, numpy);
        atLeast(workload + ", speed of Encog", workload, TRAINER, ENCOG, encog);
        atLeast(workload + ", speed of C", workload, TRAINER, C, c);
    }

    private void large(Workload workload, double numpy) {
        atLeast(workload + " without a flag, speed of NumPy", workload, JAVA, NUMPY, numpy);
        atLeast(workload + " with the vector module, speed of NumPy", workload, VECTOR, NUMPY, 1);
        atLeast(workload + " with the vector module, speed of C", workload, VECTOR, C, 0.85);
    }

    private void atLeast(String what, Workload workload, Contender ours, Contender peer, double bar) {
        Map<Contender, Double> times = seconds.get(workload);
        if (times.containsKey(ours) && times.containsKey(peer)) {
            double ratio = times.get(peer) / times.get(ours);
            lines.add(line(ratio >= bar, what, ratio, "at least", bar));
        } else {
            lines.add("absent " + what);
        }
    }

    private void atMost(String what, Workload workload, Contender ours, Contender peer, double bar) {
        double ratio = seconds.get(workload).get(ours) / seconds.get(workload).get(peer);
        lines.add(line(ratio <= bar, what, ratio, "at most", bar));
    }

    /**
     * W1's first call in a fresh JVM, and W5, a whole process with 200 updates: wall time, the median of five.
     *
     * @param file W1, for NumPy
     */
    static List<String> ofProcesses(Installed installed, Path file) {
        List<String> lines = new ArrayList<>();
        double first = median(() -> Contender.Run.of(words(Installed.jvm("trainer"), "W1", Workload.W1.updates, 0)).seconds()[0]);
        lines.add(line(first <= 0.15, "W1, first call in a fresh JVM, s", first, "at most", 0.15));
        double process = median(() -> wall(words(Installed.jvm("trainer"), "W1", W5_UPDATES, 0)));
        lines.add(line(process <= 0.17, "W5, a process with 200 updates, s", process, "at most", 0.17));
        Optional<List<String>> numpy = installed.numpy();
        if (numpy.isPresent()) {
            double theirs = median(() -> wall(words(numpy.get(), file.toString(), W5_UPDATES, 1)));
            lines.add(line(process <= 1.5 * theirs, "W5, time of the same with NumPy", process / theirs, "at most", 1.5));
        }
        return lines;
    }

    private static List<String> words(List<String> command, String workload, int updates, int rounds) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(workload, "" + updates, "" + rounds));
        return words;
    }

    private static double wall(List<String> words) {
        long begun = System.nanoTime();
        Contender.Run.of(words);
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double median(DoubleSupplier measure) {
        return Contender.Run.median(
                DoubleStream.generate(measure).limit(5).toArray());
    }

    private static String line(boolean passed, String what, double value, String word, double bar) {
        return String.format(
                Locale.ROOT, "%-6s %-62s %8.3f  (%s %s)", passed ? "pass" : "short", what, value, word, bar);
    }
}
