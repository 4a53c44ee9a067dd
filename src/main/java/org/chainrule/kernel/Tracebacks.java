package org.chainrule.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.UnresolvedReferenceException;

/** Tells what a cell threw: class, message, lines of the cell and calls in libraries, for the exception and all its causes. */
final class Tracebacks {
    /** Packages of what runs a cell, rather than of what the cell runs. */
    private static final List<String> MACHINERY = List.of(
            "jdk.internal.",
            "jdk.jshell.",
            "java.lang.reflect.",
            "java.lang.invoke.",
            "java.lang.Thread",
            "java.util.Spliterators",
            "java.util.stream.",
            "java.util.concurrent.CompletableFuture",
            "org.chainrule.kernel.",
            "io.github.spencerpark.");

    /** The class JShell puts around a snippet. */
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\d+[A-Z]*\\$?");

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*)\\$\\d+");

    private static final int SHOWN_FRAMES = 24;
    private static final int FRAMES_AT_EACH_END = 8;

    private final Cell cell;
    private final SourceMap sources;
    private final JShell shell;

    Tracebacks(Cell cell, SourceMap sources, JShell shell) {
        this.cell = cell;
        this.sources = sources;
        this.shell = shell;
    }

    /** The error for what a cell threw: JShell's account of it, or the exception itself where the kernel called the code. */
    CellError of(Throwable thrown) {
        if (thrown instanceof UnresolvedReferenceException unresolved) {
            return unresolved(unresolved);
        }
        List<String> lines = new ArrayList<>();
        String introduction = "";
        // Two exceptions may name each other as cause.
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable at = thrown; at != null && told.add(at); at = at.getCause()) {
            describe(introduction, at, lines);
            introduction = "Caused by: ";
        }
        String name = className(thrown);
        return new CellError(
                name.substring(name.lastIndexOf('.') + 1), Objects.toString(thrown.getMessage(), ""), lines);
    }

    private CellError unresolved(UnresolvedReferenceException exception) {
        String missing = shell.unresolvedDependencies(exception.getSnippet()).collect(Collectors.joining(", "));
        String message = exception.getSnippet().name()
                + (missing.isEmpty()
                        ? " cannot run: what it uses was declared anew and no longer fits; run its cell again."
                        : " cannot run: it needs " + missing + ", which no cell has declared yet.");
        List<String> lines = new ArrayList<>(List.of(Ansi.red("UnresolvedReference") + ": " + message));
        lines.addAll(frames(exception.getStackTrace()));
        return new CellError("UnresolvedReference", message, lines);
    }

    private void describe(String introduction, Throwable throwable, List<String> lines) {
        String message = throwable.getMessage();
        lines.add(introduction + Ansi.red(className(throwable)) + (message == null ? "" : ": " + message));
        lines.addAll(frames(throwable.getStackTrace()));
    }

    private static String className(Throwable throwable) {
        String name = throwable instanceof EvalException e
                ? e.getExceptionClassName()
                : throwable.getClass().getName();
        return WRAPPER.matcher(name).replaceAll("");
    }

    private List<String> frames(StackTraceElement[] trace) {
        List<String> frames = new ArrayList<>();
        int repeated = 0;
        for (StackTraceElement element : trace) {
            String frame = frame(element);
            if (isMachinery(element)) {
                continue;
            }
            if (!frames.isEmpty() && frame.equals(frames.get(frames.size() - 1))) {
                repeated++;
                continue;
            }
            addRepeated(repeated, frames);
            repeated = 0;
            frames.add(frame);
        }
        addRepeated(repeated, frames);
        if (frames.size() <= SHOWN_FRAMES) {
            return frames;
        }
        List<String> folded = new ArrayList<>(frames.subList(0, FRAMES_AT_EACH_END));
        folded.add("    … " + (frames.size() - 2 * FRAMES_AT_EACH_END) + " more calls …");
        folded.addAll(frames.subList(frames.size() - FRAMES_AT_EACH_END, frames.size()));
        return folded;
    }

    private static void addRepeated(int times, List<String> frames) {
        if (times > 0) {
            frames.add("    … the same call " + times + " more times …");
        }
    }

    private static boolean isMachinery(StackTraceElement frame) {
        return MACHINERY.stream().anyMatch(frame.getClassName()::startsWith);
    }

    private String frame(StackTraceElement frame) {
        String file = frame.getFileName();
        SourceMap.Place place = file != null && file.startsWith("#") ? sources.find(file.substring(1)) : null;
        if (place == null) {
            return "    at " + WRAPPER.matcher(frame.toString()).replaceAll("");
        }
        int line = place.line(frame.getLineNumber());
        String where = place.cell().number() == cell.number()
                ? ""
                : "cell " + place.cell().number() + ", ";
        return "    at " + where + "line " + line + member(frame) + ":  "
                + place.cell().line(line).strip();
    }

    // The method's name as the cell wrote it: none for the cell itself, and a lambda's is its method's.
    private static String member(StackTraceElement frame) {
        Matcher lambda = LAMBDA.matcher(frame.getMethodName());
        String method = lambda.matches() ? lambda.group(1) : frame.getMethodName();
        if (method.isEmpty() || method.equals("do_it$")) {
            return "";
        }
        return ", in " + (frame.getClassName().isEmpty() ? "" : frame.getClassName() + ".") + method;
    }
}
