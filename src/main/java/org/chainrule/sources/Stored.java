package org.chainrule.sources;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was reached before for a published number.
 *
 * @param printed its digits then: a digit that is changed would else pass where it is beyond those that agree
 * @param ours our number then, to its last bit: it must not drift either where its source prints fewer digits
 */
record Stored(String printed, String ours, String verdict) {
    /** By the place of the number. */
    static Map<String, Stored> read(List<String> table) {
        return Resource.rows(table).stream()
                .collect(Collectors.toMap(row -> row[0], row -> new Stored(row[1], row[2], row[3])));
    }

    /** The sentence that says so, if what is reached now is worse, or is for another number. */
    Optional<String> complaint(Reproduced row) {
        PublishedNumber number = row.published();
        if (!printed.equals(number.printed())) {
            return Optional.of(number.place() + " was printed " + printed + ", but published.tsv says "
                    + number.printed() + " now");
        }
        return isWorse(row)
                ? Optional.of(number.place() + " was " + verdict + " and is now " + row.verdict() + ": printed "
                        + number.printed() + ", ours " + row.printed())
                : Optional.empty();
    }

    /** The sentence that says so, if our number is another one than before. */
    Optional<String> change(Reproduced row) {
        return ours.equals(row.printed())
                ? Optional.empty()
                : Optional.of(row.published().place() + ": ours was " + ours + " and is now " + row.printed());
    }

    private boolean isWorse(Reproduced row) {
        int bracket = verdict.indexOf('(');
        String word = bracket < 0 ? verdict : verdict.substring(0, bracket);
        int digits = bracket < 0 ? 0 : Integer.parseInt(verdict.substring(bracket + 1, verdict.length() - 1));
        return row.isWorseThan(Agreement.valueOf(word.toUpperCase(Locale.ROOT)), digits);
    }
}
