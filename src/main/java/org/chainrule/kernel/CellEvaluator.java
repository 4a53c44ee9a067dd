package org.chainrule.kernel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Evaluates cells in one JShell, which runs in this JVM so that cells share the library's classes and objects. */
final class CellEvaluator {
    // A value nobody asked to see: with its semicolon, an assignment is a statement.
    private static final Pattern ASSIGNMENT_STATEMENT =
            Pattern.compile("(?s)(\\+\\+|--).*;|[\\w.\\[\\]\\s]+(\\+\\+|--)\\s*;|"
                    + "[\\w.]+(\\s*\\[[^=]*])?\\s*([-+*/%&|^]|<<|>>>?)?=(?!=).*;");

    private final SnippetThreads threads = new SnippetThreads();
    private final SourceMap sources = new SourceMap();
    private final JShell shell;
    private final SessionClassPath classPath;
    private final Magics magics;

    /**
     * Starts JShell on the class path of this JVM and evaluates the imports.
     *
     * @throws IllegalStateException if an import fails, naming it
     */
    CellEvaluator(List<String> imports) {
        classPath = new SessionClassPath(JShell.builder().executionEngine(new InThisJvm(threads), Map.of()));
        shell = classPath.shell();
        magics = new Magics(classPath);
        imports.forEach(this::importOrFail);
    }

    private void importOrFail(String line) {
        for (SnippetEvent event : shell.eval(line)) {
            if (event.status() != Status.VALID) {
                String reason = shell.diagnostics(event.snippet())
                        .map(diagnostic ->
                                diagnostic.getMessage(null).lines().findFirst().orElse(""))
                        .collect(Collectors.joining("; "));
                throw new IllegalStateException("The kernel cannot run cells, because \"" + line + "\" fails (" + reason
                        + "); install the kernel again so that its class path is right.");
            }
        }
    }

    private SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    /** Help with this code while it is typed, which knows what cells have declared so far. */
    CodeAssist assist(String code) {
        classPath.prepareFor(code);
        return new CodeAssist(shell, this::valueOf);
    }

    private Object valueOf(VarSnippet variable) {
        return shell.status(variable) == Status.VALID ? threads.take(shell.varValue(variable)) : null;
    }

    /** Asks the running cell to stop. */
    void interrupt() {
        threads.interrupt();
    }

    /**
     * Evaluates a cell, snippet by snippet.
     *
     * @return the value of its last snippet if that is an expression, else null
     * @throws CellError if a snippet does not compile or throws, or the cell was interrupted
     */
    Object evaluate(Cell cell) throws CellError {
        threads.beginCell();
        return evaluateWithin(cell);
    }

    /**
     * Runs code that calls methods of the user's objects, such as a rendering, under the cell's rules: it can be interrupted.
     *
     * @throws CellError if the code throws, or the cell was interrupted
     */
    <T> T callWithin(Cell cell, Callable<T> code) throws CellError {
        try {
            return threads.call(code, Thread.currentThread().getContextClassLoader());
        } catch (Exception | Error e) {
            failIfStopped();
            throw new Tracebacks(cell, sources, shell).of(e);
        }
    }

    /** What a cell has left open so far: declarations that wait for later ones, and variables that lost their value. */
    private record Open(Set<DeclarationSnippet> unresolved, Set<String> reset) {}

    /**
     * Evaluates code on behalf of the running cell.
     *
     * @return the value of its last snippet if that is an expression, else null
     * @throws CellError if a snippet does not compile or throws
     */
    Object evaluateWithin(Cell cell) throws CellError {
        classPath.prepareFor(cell.code());
        Object result = null;
        Open open = new Open(new LinkedHashSet<>(), new LinkedHashSet<>());
        CellReader reader = new CellReader(analysis(), cell.code());
        for (CellReader.Piece piece = reader.next(); piece != null; piece = reader.next()) {
            if (piece.isMagic()) {
                magics.run(piece.source());
                result = null;
            } else {
                result = evaluateSnippet(cell, piece, open);
            }
        }
        if (!open.reset().isEmpty()) {
            System.err.println("Their type was declared again, so these variables are now null: "
                    + String.join(", ", open.reset()) + ". Run the cells that fill them again.");
        }
        for (DeclarationSnippet snippet : open.unresolved()) {
            // A later declaration of the same cell may have been what it waited for.
            Status status = shell.status(snippet);
            if (status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED) {
                throw compilationError(
                        cell, snippet, shell.unresolvedDependencies(snippet).toList());
            }
        }
        return result;
    }

    private Object evaluateSnippet(Cell cell, CellReader.Piece piece, Open open) throws CellError {
        Object result = null;
        List<SnippetEvent> events = shell.eval(piece.source());
        events.stream()
                .filter(event -> event.causeSnippet() == null)
                .forEach(event -> sources.add(event.snippet(), cell, piece.offset()));
        for (SnippetEvent event : events) {
            Object value = event.value() == null ? null : threads.take(event.value());
            if (event.causeSnippet() != null) {
                if (event.snippet() instanceof VarSnippet variable && event.status() == Status.VALID) {
                    open.reset().add(variable.name());
                }
                continue;
            }
            failIfStopped();
            if (event.status() == Status.REJECTED) {
                throw compilationError(cell, event.snippet(), List.of());
            }
            if (event.exception() != null) {
                throw new Tracebacks(cell, sources, shell).of(event.exception());
            }
            if (event.snippet() instanceof DeclarationSnippet declaration && event.status() != Status.VALID) {
                open.unresolved().add(declaration);
            }
            if (event.snippet() instanceof VarSnippet variable) {
                open.reset().remove(variable.name());
            }
            result = isResult(event.snippet()) ? value : null;
        }
        return result;
    }

    private CellError compilationError(Cell cell, Snippet snippet, List<String> undeclared) {
        return new CompilationErrors(cell, sources)
                .of(snippet, shell.diagnostics(snippet).toList(), undeclared);
    }

    private void failIfStopped() throws CellError {
        if (threads.abandoned()) {
            throw CellError.interrupted(
                    "The cell did not react to the interrupt: its thread still runs, until it ends by"
                            + " itself or the kernel is restarted. A loop should ask Thread.interrupted() now and then.");
        }
        if (threads.interrupted()) {
            throw CellError.interrupted("The cell was interrupted; what it had assigned until then stays.");
        }
    }

    private static boolean isResult(Snippet snippet) {
        boolean expression =
                snippet instanceof ExpressionSnippet || snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
        return expression
                && !ASSIGNMENT_STATEMENT.matcher(snippet.source().strip()).matches();
    }

    private record InThisJvm(SnippetThreads threads) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "chainrule";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return threads;
        }
    }
}
