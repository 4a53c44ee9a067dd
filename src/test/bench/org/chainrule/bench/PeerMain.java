package org.chainrule.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * A peer in a JVM of its own: {@code PeerMain NAME WORKLOAD UPDATES ROUNDS}. Prints the processor time of each round, after
 * rounds to warm up, and the result, as bench.c and bench.py do; for 0 rounds the wall time of the first call instead.
 */
final class PeerMain {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double LEAST_SECONDS = 1.5;
    private static final double MOST_SECONDS = 20;
    private static final int STEADY_ROUNDS = 4;
    private static final double STEADY = 0.97;

    private PeerMain() {}

    public static void main(String[] arguments) {
        Workload workload = Workload.valueOf(arguments[1]);
        Peer peer = Peer.named(arguments[0], workload);
        long updates = Long.parseLong(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        if (rounds == 0) {
            long begun = System.nanoTime();
            Peer.Trained trained = peer.train(updates);
            System.out.println("seconds " + (System.nanoTime() - begun) / 1e9);
            print(Peer.result(workload, trained));
            return;
        }
        if (rounds > 1) {
            warmUp(peer, updates);
        }
        Peer.Trained trained = null;
        for (int round = 0; round < rounds; round++) {
            double begun = processorSeconds();
            trained = peer.train(updates);
            System.out.println("seconds " + (processorSeconds() - begun));
        }
        print(Peer.result(workload, trained));
    }

    /** Until rounds no longer become faster: where other programs keep the compiler from its work, that takes long. */
    private static void warmUp(Peer peer, long updates) {
        double best = Double.POSITIVE_INFINITY;
        double spent = 0;
        int steady = 0;
        while (spent < LEAST_SECONDS || steady < STEADY_ROUNDS && spent < MOST_SECONDS) {
            double begun = processorSeconds();
            peer.train(updates);
            double seconds = processorSeconds() - begun;
            spent += seconds;
            steady = seconds > STEADY * best ? steady + 1 : 0;
            best = Math.min(best, seconds);
        }
    }

    private static void print(double[] result) {
        for (double number : result) {
            System.out.println("result " + number);
        }
    }

    private static double processorSeconds() {
        return THREADS.getCurrentThreadCpuTime() / 1e9;
    }
}
