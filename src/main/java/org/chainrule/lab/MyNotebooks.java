package org.chainrule.lab;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chainrule.kernel.LabException;

/**
 * The person's own copies of the chapters. A copy that was edited is never overwritten: it is kept, under its name or, after a
 * reset, under another.
 */
final class MyNotebooks {
    private static final String SUFFIX = ".ipynb";

    private final Path chapters;
    private final Path copies;
    private final CopyManifest manifest;

    /** The copies in {@code my-notebooks} of the chapters in {@code notebooks}. */
    MyNotebooks(Path home) {
        chapters = home.resolve("notebooks");
        copies = home.resolve("my-notebooks").toAbsolutePath();
        manifest = new CopyManifest(copies.resolve(".chapters.sha256"));
    }

    Path directory() {
        return copies;
    }

    /** The names of the chapters, in their order. */
    List<String> names() throws LabException {
        try (Stream<Path> entries = Files.list(chapters)) {
            List<String> names = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted()
                    .toList();
            if (!names.isEmpty()) {
                return names;
            }
        } catch (IOException e) {
            throw new LabException("The chapters in " + chapters + " cannot be listed; clone Chainrule again.", e);
        }
        throw new LabException("There is no chapter in " + chapters + "; clone Chainrule again.");
    }

    /**
     * Copies the chapters that are new or have changed, except those whose copy was edited.
     *
     * @return one sentence for each chapter whose copy was edited and is now older than the chapter
     */
    List<String> refresh() throws LabException {
        List<String> names = names();
        List<String> sentences = new ArrayList<>();
        try {
            Files.createDirectories(copies);
            manifest.read();
            for (String name : names) {
                if (!isEdited(name)) {
                    copy(name);
                } else if (!manifest.holds(name, chapters.resolve(name))) {
                    sentences.add("my-notebooks/" + name + " has your changes and is kept; the chapter itself has"
                            + " changed since: ./lab reset " + name + " brings the new one and keeps yours.");
                }
            }
            return sentences;
        } catch (IOException e) {
            throw notWritable(e);
        } finally {
            manifest.write();
        }
    }

    /**
     * Brings chapters back as they are in {@code notebooks}.
     *
     * @param chosen a chapter's name or the path of its copy, or null for all
     * @return one sentence for each chapter
     */
    List<String> reset(String chosen) throws LabException {
        List<String> names = chosen == null ? names() : List.of(chapter(chosen));
        List<String> sentences = new ArrayList<>();
        try {
            Files.createDirectories(copies);
            manifest.read();
            for (String name : names) {
                Optional<Path> kept = isEdited(name) ? Optional.of(putAside(name)) : Optional.empty();
                copy(name);
                sentences.add("my-notebooks/" + name + " is the chapter again"
                        + kept.map(file -> "; yours is now my-notebooks/" + file.getFileName())
                                .orElse("")
                        + ".");
            }
            return sentences;
        } catch (IOException e) {
            throw notWritable(e);
        } finally {
            manifest.write();
        }
    }

    private String chapter(String chosen) throws LabException {
        String name = Path.of(chosen).getFileName().toString();
        for (String candidate : List.of(name, name + SUFFIX)) {
            if (names().contains(candidate)) {
                return candidate;
            }
        }
        throw new LabException(
                "\"" + chosen + "\" is no chapter; ./lab reset knows " + String.join(", ", names()) + ".");
    }

    // Edited is what is neither the copy that we made nor the chapter as it is now.
    private boolean isEdited(String name) throws IOException {
        Path copy = copies.resolve(name);
        return Files.exists(copy) && !manifest.holds(name, copy) && Files.mismatch(copy, chapters.resolve(name)) >= 0;
    }

    private void copy(String name) throws IOException {
        Path target = copies.resolve(name);
        if (!Files.exists(target) || Files.mismatch(target, chapters.resolve(name)) >= 0) {
            Path part = copies.resolve("." + name + ".part");
            Files.copy(chapters.resolve(name), part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        manifest.record(name, target);
    }

    private Path putAside(String name) throws IOException {
        String stem = name.substring(0, name.length() - SUFFIX.length());
        for (int number = 1; ; number++) {
            Path aside = copies.resolve(stem + ".edited-" + number + SUFFIX);
            try {
                return Files.move(copies.resolve(name), aside);
            } catch (FileAlreadyExistsException e) {
                // An earlier reset kept something under that name: the next number.
            }
        }
    }

    private LabException notWritable(IOException e) {
        return new LabException(
                copies + " cannot be written (" + e + "); clone Chainrule into a directory of your own and start ./lab"
                        + " there.",
                e);
    }
}
