package org.chainrule.kernel;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Javadoc comment as text: the description, then a line each for what goes in, what comes out and what is thrown. */
final class JavadocText extends SimpleDocTreeVisitor<String, Void> {
    private static final Set<String> BREAKS = Set.of("p", "ul", "ol", "li", "pre");

    private final DocTrees trees;

    JavadocText(DocTrees trees) {
        this.trees = trees;
    }

    String of(DocCommentTree comment) {
        String description = text(comment.getFullBody());
        String tags = comment.getBlockTags().stream()
                .map(tag -> visit(tag, null))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return Stream.of(description, tags).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    private String text(List<? extends DocTree> trees) {
        return trees.stream()
                .map(tree -> visit(tree, null))
                .collect(Collectors.joining())
                .strip();
    }

    @Override
    protected String defaultAction(DocTree tree, Void unused) {
        return "";
    }

    @Override
    public String visitText(TextTree tree, Void unused) {
        return tree.getBody().replaceAll("\\s+", " ");
    }

    @Override
    public String visitLiteral(LiteralTree tree, Void unused) {
        return tree.getBody().getBody();
    }

    @Override
    public String visitLink(LinkTree tree, Void unused) {
        String target =
                tree.getReference().getSignature().replaceFirst("^#", "").replace('#', '.');
        return tree.getLabel().isEmpty() ? target : text(tree.getLabel());
    }

    @Override
    public String visitEntity(EntityTree tree, Void unused) {
        return trees.getCharacters(tree);
    }

    @Override
    public String visitStartElement(StartElementTree tree, Void unused) {
        return BREAKS.contains(tree.getName().toString()) ? "\n" : "";
    }

    @Override
    public String visitParam(ParamTree tree, Void unused) {
        return tree.getName() + ": " + text(tree.getDescription());
    }

    @Override
    public String visitReturn(ReturnTree tree, Void unused) {
        return "returns " + text(tree.getDescription());
    }

    @Override
    public String visitThrows(ThrowsTree tree, Void unused) {
        return "throws " + Signature.simple(tree.getExceptionName().toString()) + " " + text(tree.getDescription());
    }
}
