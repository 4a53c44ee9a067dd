package org.chainrule.kernel;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.JShell;

/** Where the cells of a session find their classes: the class path of this JVM, and what cells add to it. */
final class SessionClassPath {
    /**
     * Tablesaw and what only it needs. The compiler opens every jar it is given and lists its classes, some 16,000 in these,
     * so it gets them when a cell speaks of tables, not at every start.
     */
    private static final Pattern TABLESAW_JAR = Pattern.compile(
            "(tablesaw-core|fastutil|guava|commons-math3|RoaringBitmap|univocity-parsers|classgraph)-[\\d.]+(-jre)?\\.jar");

    private static final Pattern NAMES_TABLESAW = Pattern.compile("\\bTables\\b|\\btech\\s*\\.");

    private static final String PROPERTY = "java.class.path";

    private final JShell shell;
    private final Set<String> entries = new LinkedHashSet<>();
    private final List<String> waiting = new ArrayList<>();

    /** Builds the shell, with the class path of this JVM. */
    SessionClassPath(JShell.Builder builder) {
        String own = System.getProperty(PROPERTY);
        List<String> first = new ArrayList<>();
        for (String entry : own.split(File.pathSeparator)) {
            boolean ofTablesaw = TABLESAW_JAR.matcher(new File(entry).getName()).matches();
            (ofTablesaw ? waiting : first).add(entry);
            entries.add(entry);
        }
        // JShell gives its compiler whatever this property says at that moment, and has no other way to give it less.
        System.setProperty(PROPERTY, first.get(0));
        try {
            shell = builder.build();
        } finally {
            System.setProperty(PROPERTY, own);
        }
        give(first);
    }

    JShell shell() {
        return shell;
    }

    List<String> entries() {
        return List.copyOf(entries);
    }

    /** Adds jars and directories of classes; one that is there already stays where it is. */
    void add(Iterable<Path> paths) {
        // Their classes may speak of tables where no cell does.
        List<String> added = new ArrayList<>(waiting);
        waiting.clear();
        for (Path path : paths) {
            String entry = path.toAbsolutePath().toString();
            if (entries.add(entry)) {
                added.add(entry);
            }
        }
        give(added);
    }

    /** Makes sure that the compiler knows the jars which this code speaks of. */
    void prepareFor(String code) {
        if (!waiting.isEmpty() && NAMES_TABLESAW.matcher(code).find()) {
            give(waiting);
            waiting.clear();
        }
    }

    // In one go, because every call makes the compiler start afresh.
    private void give(List<String> paths) {
        if (!paths.isEmpty()) {
            shell.addToClasspath(String.join(File.pathSeparator, paths));
        }
    }
}
