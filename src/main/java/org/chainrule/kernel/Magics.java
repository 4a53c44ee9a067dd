package org.chainrule.kernel;

import io.github.spencerpark.jupyter.kernel.util.GlobFinder;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The lines of a cell that begin with a percent sign: what is said to the kernel, not to Java. */
final class Magics {
    /** The magics there are. */
    static final List<String> NAMES = List.of("%classpath", "%jars");

    private static final String OWN_ARTIFACT = "org.chainrule:chainrule:";
    private static final Pattern WORDS = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final SessionClassPath classPath;

    Magics(SessionClassPath classPath) {
        this.classPath = classPath;
    }

    /**
     * Runs a magic, which prints what it has to say.
     *
     * @param line the line, with its percent sign
     * @throws CellError if there is no such magic, or no file of that name
     */
    void run(String line) throws CellError {
        List<String> words = WORDS.matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
        List<String> arguments = words.subList(1, words.size());
        switch (words.get(0)) {
            case "%jars" -> jars(arguments);
            case "%classpath" -> classPath(arguments);
            case "%maven" -> maven(arguments);
            default ->
                throw CellError.ofKernel(
                        "UnknownMagic",
                        "There is no magic \"" + words.get(0) + "\"; this kernel knows " + String.join(" and ", NAMES)
                                + ".");
        }
    }

    private void jars(List<String> patterns) throws CellError {
        if (patterns.isEmpty()) {
            throw misused("%jars needs the path of a jar, such as %jars lib/*.jar.");
        }
        classPath.add(matches("%jars", patterns, path -> path.toString().endsWith(".jar")));
    }

    private void classPath(List<String> patterns) throws CellError {
        if (patterns.isEmpty()) {
            System.out.println(String.join("\n", classPath.entries()));
            return;
        }
        classPath.add(matches("%classpath", patterns, path -> true));
    }

    private static Set<Path> matches(String magic, List<String> patterns, Predicate<Path> wanted) throws CellError {
        Set<Path> found = new TreeSet<>();
        for (String pattern : patterns) {
            List<Path> matches =
                    find(magic, pattern).stream().filter(wanted).sorted().toList();
            if (matches.isEmpty()) {
                throw misused(magic + " found nothing that matches \"" + pattern + "\"; paths start from "
                        + Path.of("").toAbsolutePath() + ".");
            }
            found.addAll(matches);
        }
        return found;
    }

    private static List<Path> find(String magic, String pattern) throws CellError {
        String home = System.getProperty("user.home");
        String glob = pattern.startsWith("~/") ? home + pattern.substring(1) : pattern;
        List<Path> found = new ArrayList<>();
        try {
            new GlobFinder(glob).computeMatchingPaths().forEach(path -> found.add(path.normalize()));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw misused(magic + " cannot read " + e.getMessage() + "; give a path that may be read.");
        }
        return found;
    }

    // Notebooks that also run on IJava begin with this line; here the library is present before the first cell.
    private static void maven(List<String> arguments) throws CellError {
        if (!arguments.isEmpty() && arguments.stream().allMatch(name -> name.startsWith(OWN_ARTIFACT))) {
            System.out.println("%maven is IJava's: on this kernel Chainrule is on the class path already.");
            return;
        }
        throw CellError.ofKernel(
                "UnknownMagic",
                "%maven is IJava's: on this kernel Chainrule and its libraries are on the class path already;"
                        + " download other jars and add them with %jars PATH.");
    }

    private static CellError misused(String sentence) {
        return CellError.ofKernel("MagicError", sentence);
    }
}
