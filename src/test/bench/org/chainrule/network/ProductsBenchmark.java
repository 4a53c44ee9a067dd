package org.chainrule.network;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The three products of a layer d×m for n samples, with each backend. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ProductsBenchmark {
    @Param({"64-784-128", "64-128-10", "64-784-512", "64-512-256", "1-784-128"})
    public String shape;

    @Param({"JAVA", "VECTOR"})
    public Backend backend;

    private int n;
    private int d;
    private int m;
    private Products products;
    private Strided X;
    private Strided W;
    private Strided Delta;
    private Strided Z;
    private Strided dW;
    private Strided dA;

    @Setup
    public void prepare() {
        String[] sizes = shape.split("-");
        n = Integer.parseInt(sizes[0]);
        d = Integer.parseInt(sizes[1]);
        m = Integer.parseInt(sizes[2]);
        products = backend.products(Math.max(d, m)).orElseThrow();
        Random random = new Random(1);
        X = Strided.rowMajor(random.doubles((long) n * d).toArray(), 0, d);
        W = Strided.rowMajor(random.doubles((long) d * m).toArray(), 0, m);
        Delta = Strided.rowMajor(random.doubles((long) n * m).toArray(), 0, m);
        Z = Strided.rowMajor(new double[n * m], 0, m);
        dW = Strided.rowMajor(new double[d * m], 0, m);
        dA = Strided.rowMajor(new double[n * d], 0, d);
    }

    @Benchmark
    public Object forward() {
        products.multiply(0, X, W, Z, n, d, m);
        return Z;
    }

    @Benchmark
    public Object gradient() {
        products.multiply(-0.0, X.transposed(), Delta, dW, d, n, m);
        return dW;
    }

    @Benchmark
    public Object propagate() {
        products.multiply(0, Delta, W.transposed(), dA, n, m, d);
        return dA;
    }
}
