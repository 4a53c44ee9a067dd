package org.chainrule.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The names of columns: given by who knows them, or numbered.
 *
 * @param all a name for each column, all different
 * @param isGiven whether somebody gave them; else they are x₀, x₁, … or alike
 */
public record ColumnNames(List<String> all, boolean isGiven) {
    private static final int SHOWN = 6;

    /** x₀, x₁, …: counted as the units of a layer are. */
    public static ColumnNames numbered(String symbol, int count) {
        return new ColumnNames(
                IntStream.range(0, count).mapToObj(k -> symbol + subscript(k)).toList(), false);
    }

    private static String subscript(int k) {
        return String.valueOf(k)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('₀' + digit - '0')))
                .collect(Collectors.joining());
    }

    /**
     * @param role what the columns are, as "input"
     * @throws ShapeException if there are more or fewer names than columns
     * @throws IllegalArgumentException if a name is missing or blank, or two are the same
     */
    public static ColumnNames given(String role, List<String> names, int count) {
        if (Require.present("names of the " + plural(role), names).size() != count) {
            throw new ShapeException("there are " + names.size() + " names " + names + ", but " + count + " "
                    + (count == 1 ? role : plural(role)) + "; give every " + role + " one");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (Require.present("name of " + article(role), name).isBlank()) {
                throw new IllegalArgumentException("the name of " + article(role) + " is blank; give each one a name");
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException(
                        "two " + plural(role) + " are named \"" + name + "\"; give each one a name of its own");
            }
        }
        return new ColumnNames(List.copyOf(names), true);
    }

    void requireSame(String other, String role, ColumnNames those) {
        if (all.size() != those.all.size()) {
            throw new ShapeException(other + " has " + those.all.size() + " " + plural(role) + ", but " + all.size()
                    + " are needed; take the same columns for both");
        }
        if (isGiven && those.isGiven && !all.equals(those.all)) {
            throw new ShapeException("the " + plural(role) + " of " + other + " are " + those.all + ", but " + all
                    + " are needed; take the same columns for both, in the same order");
        }
    }

    private static String plural(String role) {
        return role.endsWith("s") ? role + "es" : role + "s";
    }

    private static String article(String role) {
        return (role.startsWith("i") ? "an " : "a ") + role;
    }

    /** Given names in brackets, of many the first; nothing where they are only numbered. */
    @Override
    public String toString() {
        if (!isGiven) {
            return "";
        }
        return all.stream().limit(SHOWN).collect(Collectors.joining(", ", " (", all.size() > SHOWN ? ", …)" : ")"));
    }
}
