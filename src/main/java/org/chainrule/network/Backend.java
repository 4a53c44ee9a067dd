package org.chainrule.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What multiplies the matrices of a layer. All give the same sums in the same order; only {@link #VECTOR} rounds once where
 * the others round twice (fused multiply-add), so it takes part only in networks that have a layer of more than
 * {@value #SMALL} weights: what smaller ones print is the same everywhere.
 *
 * <p>The fastest that is there is taken. {@code -Dchainrule.backend=plain}, {@code java} or {@code vector} forces one; the
 * property is read whenever a network goes to work, so a cell may set it, too.
 */
public enum Backend {
    /** One sum after the other. */
    PLAIN,

    /** Whole rows at a time, from which the JIT compiler makes vector instructions; the bits are those of {@link #PLAIN}. */
    JAVA,

    /** The Vector API: faster again, where Java was started with {@code --add-modules jdk.incubator.vector}. */
    VECTOR;

    /** The system property that forces a backend. */
    public static final String PROPERTY = "chainrule.backend";

    /** The most weights of a layer that is multiplied without fused multiply-add in every case. */
    static final int SMALL = 8_192;

    /** A layer of fewer weights is done with plain sums: preparing products would cost more than it gives. */
    static final int TINY = 256;

    private static final String MODULE = "jdk.incubator.vector";

    /** Whether this one can be used here. */
    public boolean isPresent() {
        return this != VECTOR || ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    /**
     * The one that is used.
     *
     * @throws IllegalStateException if the property names one that does not exist, or is not there
     */
    public static Backend chosen() {
        String forced = System.getProperty(PROPERTY);
        if (forced == null) {
            return VECTOR.isPresent() ? VECTOR : JAVA;
        }
        Backend backend = Arrays.stream(values())
                .filter(value -> value.word().equals(forced))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the property " + PROPERTY + " names \"" + forced
                        + "\", but there are only plain, java and vector; set it to one of them, or leave it out"));
        if (!backend.isPresent()) {
            throw new IllegalStateException("the property " + PROPERTY
                    + " names vector, but Java was started without the" + " module that it needs; add --add-modules "
                    + MODULE + " to java's options, or set it to java");
        }
        return backend;
    }

    /** The one that is used, in words, as {@code java (rows, shaped for the JIT compiler)}. */
    public static String describe() {
        Backend backend = chosen();
        String how = switch (backend) {
            case PLAIN -> "one sum after the other";
            case JAVA -> "rows, shaped for the JIT compiler";
            case VECTOR ->
                "Vector API, in networks with a layer of more than " + String.format(Locale.ROOT, "%,d", SMALL)
                        + " weights";
        };
        return backend.word() + " (" + how + ")";
    }

    /** What multiplies the matrices of a network's layers, which are at work one at a time; none where plain sums are best. */
    static Optional<Products> productsFor(Network network) {
        int largest = network.layers().stream()
                .mapToInt(layer -> layer.inputs() * layer.units())
                .max()
                .orElseThrow();
        int widest = network.layers().stream().mapToInt(Dense::units).max().orElseThrow();
        Backend chosen = chosen();
        return largest < TINY
                ? Optional.empty()
                : (chosen == VECTOR && largest <= SMALL ? JAVA : chosen).products(widest);
    }

    /** @param widest the most columns of a product */
    Optional<Products> products(int widest) {
        return switch (this) {
            case PLAIN -> Optional.empty();
            case JAVA -> Optional.of(new RowProducts(widest));
            case VECTOR -> Optional.of(vectorProducts());
        };
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Products vectorProducts() {
        try {
            return (Products) Class.forName("org.chainrule.network.VectorProducts")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the Vector API of this JDK cannot be used: " + e, e);
        }
    }
}
