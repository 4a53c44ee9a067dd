package org.chainrule.kernel;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import jdk.jshell.JShell;

/** The Javadoc of the library's own types, read from the sources that its jar carries for this. */
final class LibraryJavadoc {
    private static final String SOURCES = "/META-INF/sources/";
    private static final String LIBRARY = "org.chainrule.";

    private final JShell shell;

    LibraryJavadoc(JShell shell) {
        this.shell = shell;
    }

    /**
     * The comment as text.
     *
     * @param signature as JShell gives it, "Dense Dense.of(SimpleMatrix W, …)"
     * @return empty if the signature is not one of the library, or has no comment
     */
    String of(String signature) {
        Signature wanted = Signature.parse(signature);
        String source = source(wanted);
        return source.isEmpty() ? "" : comment(source, wanted);
    }

    private String source(Signature wanted) {
        if (shell.types().anyMatch(type -> type.name().equals(wanted.types().get(0)))) {
            return "";
        }
        // JShell names only types in full, so a method's class is looked for where the session's imports look.
        Stream<String> packages = wanted.packageName().isEmpty()
                ? shell.imports().map(line -> line.fullname().replaceFirst("(\\.[A-Z]\\w*)?\\.[*\\w]+$", ""))
                : Stream.of(wanted.packageName());
        return packages.distinct()
                .filter(name -> name.startsWith(LIBRARY))
                .map(name -> read(
                        SOURCES + name.replace('.', '/') + "/" + wanted.types().get(0) + ".java"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String read(String resource) {
        try (InputStream in = LibraryJavadoc.class.getResourceAsStream(resource)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damagedJar) {
            return "";
        }
    }

    private static String comment(String source, Signature wanted) {
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, problem -> {}, null, null, List.of(file));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            TreePath path = new TreePath(unit);
            List<? extends Tree> members = unit.getTypeDecls();
            for (String name : wanted.types()) {
                path = find(
                        path,
                        members,
                        tree -> tree instanceof ClassTree type
                                && type.getSimpleName().contentEquals(name));
                members = path == null ? List.of() : ((ClassTree) path.getLeaf()).getMembers();
            }
            if (path != null && !wanted.member().isEmpty()) {
                path = find(path, members, tree -> isMember(tree, wanted));
            }
            DocTrees trees = DocTrees.instance(task);
            DocCommentTree comment = path == null ? null : trees.getDocCommentTree(path);
            return comment == null ? "" : new JavadocText(trees).of(comment);
        } catch (IOException e) {
            throw new IllegalStateException("A source in memory can be read.", e);
        }
    }

    private static TreePath find(TreePath parent, List<? extends Tree> members, Predicate<Tree> wanted) {
        return members.stream()
                .filter(wanted)
                .findFirst()
                .map(member -> new TreePath(parent, member))
                .orElse(null);
    }

    private static boolean isMember(Tree tree, Signature wanted) {
        if (tree instanceof MethodTree method) {
            return method.getName().contentEquals(wanted.member())
                    && method.getParameters().stream()
                            .map(parameter ->
                                    Signature.simple(parameter.getType().toString()))
                            .toList()
                            .equals(wanted.parameters());
        }
        return tree instanceof VariableTree field
                && wanted.parameters() == null
                && field.getName().contentEquals(wanted.member());
    }
}
