package org.chainrule.sources;

import java.util.List;

/**
 * A number that a source prints.
 *
 * @param source its letter
 * @param series which of its outputs
 * @param updates how many updates had been made when it was printed
 * @param quantity what it is: prediction, loss, …
 * @param printed the digits as they stand in the source
 */
public record PublishedNumber(String source, String series, int updates, String quantity, String printed) {
    /** All numbers of all sources. */
    public static List<PublishedNumber> all() {
        return rows().stream().filter(number -> !number.isOfAStart()).toList();
    }

    /** The numbers of one source, in the order in which it prints them. */
    public static List<PublishedNumber> of(String source) {
        return all().stream().filter(number -> number.source.equals(source)).toList();
    }

    /** What the one file of numbers holds: the printed ones, and the starts that were recovered from them. */
    static List<PublishedNumber> rows() {
        return Resource.rows(Resource.lines("published.tsv")).stream()
                .map(row -> new PublishedNumber(row[0], row[1], Integer.parseInt(row[2]), row[3], row[4]))
                .toList();
    }

    private boolean isOfAStart() {
        return series.startsWith(RecoveredStart.SERIES);
    }

    public double value() {
        return Double.parseDouble(printed);
    }

    /** Where the number stands, in one line. */
    public String place() {
        return source + " " + series + ", after " + updates + (updates == 1 ? " update: " : " updates: ") + quantity;
    }
}
