package org.chainrule.book;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chainrule.kernel.LabException;
import org.chainrule.kernel.NotebookFile;

/** {@code ./lab book}: all chapters, with the outputs that are stored in them, as a book for any browser. */
public final class Book {
    private static final int FAILED = 2;
    private static final List<String> STYLES = List.of("text.css", "frame.css");
    /** Copied as they are, under a name that a browser shows. */
    private static final List<String> LICENCES = List.of("LICENSE", "LICENSE-TEXT");

    private final Path home;
    private final Path directory;

    /**
     * A book to be made.
     *
     * @param home the checkout, with README and the notebooks
     * @param directory where its pages go; what is there is removed
     */
    public Book(Path home, Path directory) {
        this.home = home;
        this.directory = directory;
    }

    /**
     * Makes the book of a checkout in its {@code target/book}, and ends the process with 2, after a sentence, where that fails.
     *
     * @param arguments the checkout
     */
    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        try {
            System.out.println(new Book(home, home.resolve(Path.of("target", "book"))).make());
        } catch (LabException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        }
    }

    /**
     * Makes it.
     *
     * @return the sentence that says where it is
     * @throws LabException if a chapter holds what the book cannot show, or there is no Node to typeset it
     */
    public String make() throws LabException, IOException {
        clear();
        List<Chapter> chapters = new ArrayList<>();
        try (Typesetter typesetter = Typesetter.start(directory.resolveSibling("book-scripts"))) {
            Markdown markdown = new Markdown(typesetter);
            for (Path notebook : notebooks()) {
                NotebookFile file = NotebookFile.read(notebook);
                String name = notebook.getFileName().toString().replace(".ipynb", "");
                chapters.add(Chapter.of(file, markdown, typesetter, new Pictures(directory, name)));
            }
            Page.index(chapters, new Readme(home.resolve("README.md"), markdown))
                    .write(directory);
            for (Chapter chapter : chapters) {
                Page.of(chapter, chapters).write(directory);
            }
            String styles = typesetter.styles();
            Files.writeString(directory.resolve("formulas.css"), styles);
            Typesetter.copyFonts(styles, directory.resolve("fonts"));
        }
        for (String styles : STYLES) {
            try (InputStream content = Book.class.getResourceAsStream(styles)) {
                Files.copy(content, directory.resolve(styles));
            }
        }
        for (String licence : LICENCES) {
            Files.copy(home.resolve(licence), directory.resolve(licence + ".txt"));
        }
        return String.format(
                Locale.ROOT,
                "The book, %d chapters, is in %s",
                chapters.size(),
                directory.resolve("index.html").toAbsolutePath());
    }

    private List<Path> notebooks() throws IOException {
        try (Stream<Path> entries = Files.list(home.resolve("notebooks"))) {
            return entries.filter(path -> path.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    private void clear() throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> entries = Files.walk(directory)) {
                for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(entry);
                }
            }
        }
        Files.createDirectories(directory);
    }
}
