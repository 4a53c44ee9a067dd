package org.chainrule.sources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.chainrule.numpy.NumpyFormat;
import org.ejml.simple.SimpleMatrix;

/** What a run of ours prints in the places where its source prints: each number, and its digits as Python shows them. */
public final class Printout {
    private record Ours(double value, String digits, boolean contradicted) {}

    private final String source;
    private final Map<String, Ours> numbers = new LinkedHashMap<>();

    /** An empty one, of the source with this letter. */
    public Printout(String source) {
        this.source = source;
    }

    /** A number that was printed by itself, in all the digits that it has. */
    public void number(String series, int updates, String quantity, double value) {
        number(series, updates, quantity, value, NumpyFormat.repr(value));
    }

    /**
     * A number that was printed in the digits that are given.
     *
     * @param digits ours as the source would print it
     */
    public void number(String series, int updates, String quantity, double value, String digits) {
        numbers.put(place(series, updates, quantity), new Ours(value, digits, false));
    }

    /** A number that the source prints in one place and contradicts in another; this is what its program really gives. */
    public void contradiction(String series, int updates, String quantity, double value) {
        numbers.put(place(series, updates, quantity), new Ours(value, NumpyFormat.repr(value), true));
    }

    /**
     * The entries of a matrix that was printed as a whole: NumPy chooses the digits for all of them together.
     *
     * @param quantity from the number of an entry, row by row from 0, to its name
     */
    public void array(String series, int updates, IntFunction<String> quantity, SimpleMatrix matrix) {
        String[] digits =
                NumpyFormat.array(matrix).replaceAll("[\\[\\]]", " ").strip().split("\\s+");
        for (int i = 0; i < digits.length; i++) {
            number(series, updates, quantity.apply(i), matrix.get(i), digits[i]);
        }
    }

    /** The same, with every entry named by its row and column: W(1)[0, 2]. */
    public void array(String series, int updates, String quantity, SimpleMatrix matrix) {
        int columns = matrix.getNumCols();
        array(series, updates, i -> quantity + "[" + i / columns + ", " + i % columns + "]", matrix);
    }

    /**
     * The numbers of the source beside ours, in its order.
     *
     * @param cause why the digits of a loss, of a prediction, … differ where they do
     * @throws IllegalStateException if the run did not print a number that the source prints
     */
    public List<Reproduced> besidePublished(Cause cause) {
        List<Reproduced> rows = new ArrayList<>();
        for (PublishedNumber number : PublishedNumber.of(source)) {
            Ours ours = numbers.get(number.place());
            if (ours == null) {
                throw new IllegalStateException("our run has no number for " + number.place());
            }
            String why = cause.of(number, ours.value);
            rows.add(
                    ours.contradicted
                            ? Reproduced.contradicted(number, ours.value, why)
                            : Reproduced.compare(number, ours.value, ours.digits, why));
        }
        return rows;
    }

    /** Says where a difference comes from. */
    @FunctionalInterface
    public interface Cause {
        /**
         * @param published the number as the source prints it
         * @param ours our number
         */
        String of(PublishedNumber published, double ours);
    }

    private String place(String series, int updates, String quantity) {
        return new PublishedNumber(source, series, updates, quantity, "").place();
    }
}
