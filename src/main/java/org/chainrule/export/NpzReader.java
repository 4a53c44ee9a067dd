package org.chainrule.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The arrays of a .npz file, each read when it is asked for. */
final class NpzReader implements AutoCloseable {
    private static final int MAGIC_BYTES = 6;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private final Set<String> unread = new TreeSet<>();
    private final MemoryBudget memory = MemoryBudget.ofThisJvm();
    private final long fileBytes;

    /**
     * @throws ModelFileException if there is no such file, or it is no .npz file
     */
    NpzReader(Path file) throws ModelFileException {
        this.file = file;
        if (!Files.exists(file)) {
            throw problem("there is no such file in "
                    + file.toAbsolutePath().normalize().getParent() + "; give its path from there, or from /");
        }
        if (Files.isDirectory(file)) {
            throw problem("this is a directory; name a file in it");
        }
        try {
            fileBytes = Files.size(file);
            memory.require(fileBytes);
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw problem(e instanceof ModelFileException ? e.getMessage() : whyUnreadable(e), e);
        }
        try {
            list();
        } catch (ModelFileException e) {
            close();
            throw e;
        }
    }

    private void list() throws ModelFileException {
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName().replaceFirst("\\.npy$", "");
            if (entries.put(name, entry) != null) {
                throw problem("the entry " + Shown.text(name) + " is there twice, and nobody can tell which is meant;"
                        + " write the file once more");
            }
            unread.add(name);
        }
    }

    private String whyUnreadable(IOException failure) throws ModelFileException {
        if (!(failure instanceof ZipException)) {
            return "the file cannot be read: " + failure.getMessage();
        }
        String start = start();
        if (start.isEmpty()) {
            return "the file is empty; save the model once more";
        }
        if (start.equals(NpyHeader.MAGIC)) {
            return "this is a single array, as np.save writes it; a model has several, written with np.savez";
        }
        return start.startsWith("PK")
                ? "the file is cut off or damaged: its table of contents, at the end, is not right; copy it once more"
                : "this is no .npz file: it begins with \"" + Shown.text(start) + "\" instead of PK";
    }

    private String start() throws ModelFileException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAGIC_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw problem("the file cannot be read: " + e.getMessage(), e);
        }
    }

    /** The number of arrays. */
    int size() {
        return entries.size();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** The names of the arrays that nobody has asked for. */
    Set<String> unread() {
        return Collections.unmodifiableSet(unread);
    }

    /** r×c numbers, row by row. */
    double[] matrix(String name, int rows, int columns) throws ModelFileException {
        return read(name, NpyShape.matrix(rows, columns)).numbers();
    }

    double[] vector(String name, int length) throws ModelFileException {
        return read(name, NpyShape.vector(length)).numbers();
    }

    /** Numbers, of which there are at least this many and at most that many. */
    double[] list(String name, int least, int most) throws ModelFileException {
        return read(name, NpyShape.list(least, most)).numbers();
    }

    double number(String name) throws ModelFileException {
        return read(name, NpyShape.number()).numbers()[0];
    }

    String text(String name) throws ModelFileException {
        return read(name, NpyShape.text()).texts()[0];
    }

    String[] texts(String name, int count) throws ModelFileException {
        return read(name, NpyShape.texts(count)).texts();
    }

    private NpyArray read(String name, NpyShape shape) throws ModelFileException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw problem(
                    "there is no entry " + name + "; a model has format, version, architecture, and for each layer"
                            + " layer1.W, layer1.b and layer1.activation");
        }
        unread.remove(name);
        try {
            return new NpzEntry(zip, entry, fileBytes, memory).read(shape);
        } catch (ModelFileException e) {
            throw problem("entry " + name + " " + e.getMessage(), e);
        }
    }

    /** What is wrong with the file, with its name before it. */
    ModelFileException problem(String words) {
        return new ModelFileException(file + ": " + words);
    }

    private ModelFileException problem(String words, Exception cause) {
        return new ModelFileException(file + ": " + words, cause);
    }

    @Override
    public void close() throws ModelFileException {
        try {
            zip.close();
        } catch (IOException e) {
            throw problem("the file cannot be closed: " + e.getMessage(), e);
        }
    }
}
