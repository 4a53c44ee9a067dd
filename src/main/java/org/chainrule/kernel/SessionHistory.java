package org.chainrule.kernel;

import com.google.gson.annotations.JsonAdapter;
import io.github.spencerpark.jupyter.kernel.history.HistoryEntry;
import io.github.spencerpark.jupyter.kernel.history.HistoryManager;
import io.github.spencerpark.jupyter.messages.adapters.HistoryEntryAdapter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The cells that were run since the kernel started: what the arrow-up key of a console looks through. */
final class SessionHistory implements HistoryManager {
    private static final int THIS_SESSION = 0;

    // The base library forgets to use its own adapter for entries.
    @JsonAdapter(HistoryEntryAdapter.class)
    private static final class Entry extends HistoryEntry {
        Entry(Cell cell, String output) {
            super(THIS_SESSION, cell.number(), cell.code(), output);
        }
    }

    private record Executed(Cell cell, String output) {}

    private final List<Executed> cells = new ArrayList<>();

    /** @param output the result as text, empty if there was none */
    synchronized void add(Cell cell, String output) {
        cells.add(new Executed(cell, output));
    }

    /** The cells with numbers from {@code start} to before {@code end}; of other sessions nothing is kept. */
    @Override
    public List<HistoryEntry> lookupRange(int session, int start, int end, Set<ResultFlag> flags) {
        return session == THIS_SESSION
                ? last(
                        0,
                        flags,
                        executed -> executed.cell().number() >= start
                                && (end <= 0 || executed.cell().number() < end))
                : List.of();
    }

    @Override
    public List<HistoryEntry> lookupTail(int length, Set<ResultFlag> flags) {
        return last(length, flags, executed -> true);
    }

    /** The last cells that match, from their first character to the last, a pattern as SQLite's GLOB takes it. */
    @Override
    public List<HistoryEntry> search(String pattern, int length, Set<ResultFlag> flags) {
        Predicate<String> matching = pattern == null
                ? code -> true
                : Pattern.compile(regex(pattern), Pattern.DOTALL).asMatchPredicate();
        return last(length, flags, executed -> matching.test(executed.cell().code()));
    }

    // A length of 0 or less stands for no limit: front ends may leave it out.
    private synchronized List<HistoryEntry> last(int length, Set<ResultFlag> flags, Predicate<Executed> wanted) {
        List<HistoryEntry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = cells.size() - 1; i >= 0 && (length <= 0 || entries.size() < length); i--) {
            Cell cell = cells.get(i).cell();
            if (wanted.test(cells.get(i)) && (!flags.contains(ResultFlag.UNIQUE) || seen.add(cell.code()))) {
                String output =
                        flags.contains(ResultFlag.INCLUDE_OUTPUT) ? cells.get(i).output() : null;
                entries.add(0, new Entry(cell, output));
            }
        }
        return entries;
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            int end = c == '[' ? glob.indexOf(']', i + 2) : -1;
            if (end > 0) {
                regex.append('[')
                        .append(glob.substring(i + 1, end).replaceAll("[\\\\\\[&]", "\\\\$0"))
                        .append(']');
                i = end;
            } else {
                regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
