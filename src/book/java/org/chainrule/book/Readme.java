package org.chainrule.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chainrule.kernel.LabException;
import org.jsoup.nodes.Element;

/** README, from which the first page of the book takes its words, so that they are written once. */
final class Readme {
    private static final String CHAPTERS = "Chapters";

    private final Element content = new Element("div");

    /** Reads it; throws if it lacks one of the parts that are asked for below. */
    Readme(Path file, Markdown markdown) throws LabException {
        try {
            markdown.appendTo(content, Files.readString(file));
        } catch (IOException e) {
            throw new LabException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
        for (String part : List.of("h1", "h1 + p", "pre + p")) {
            if (content.selectFirst(part) == null) {
                throw new LabException(file + " has no " + part + ", which the book's first page shows.");
            }
        }
        if (chapters() == null) {
            throw new LabException(file + " has no table below the heading \"" + CHAPTERS + "\".");
        }
    }

    /** The name of the whole, what it is for, and the table of the chapters. */
    List<Element> introduction() {
        return List.of(content.selectFirst("h1"), content.selectFirst("h1 + p"), chapters());
    }

    /** The commands that bring the chapters to life, and what they do. */
    List<Element> start() {
        Element words = content.selectFirst("pre + p");
        return List.of(words.previousElementSibling(), words);
    }

    private Element chapters() {
        return content.selectFirst("h2:containsOwn(" + CHAPTERS + ") + .wide");
    }
}
