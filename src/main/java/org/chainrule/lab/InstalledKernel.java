package org.chainrule.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.kernel.KernelSpec;
import org.chainrule.kernel.LabException;

/**
 * Chainrule's kernelspec in the person's Jupyter directory. It holds copies of the library's jars, so that neither {@code mvn
 * clean} nor moving the sources breaks it.
 */
final class InstalledKernel {
    /** What one finds where it should be. */
    enum State {
        MISSING,
        /** A kernel of that name which we have not put there. */
        FOREIGN,
        BROKEN,
        STALE,
        CURRENT
    }

    private static final String MARKER = "installed-by-chainrule";
    private static final String JARS = "jars-";
    private static final int DIGEST_LENGTH = 12;

    private final Path directory;
    private final Path kernelJson;
    private final Machine machine;
    private final List<Path> jars;

    InstalledKernel(Machine machine) {
        this.machine = machine;
        directory = machine.directories().user().resolve("kernels").resolve(KernelSpec.NAME);
        kernelJson = directory.resolve("kernel.json");
        jars = machine.classPath();
    }

    Path directory() {
        return directory;
    }

    Path kernelJson() {
        return kernelJson;
    }

    State state() {
        if (!Files.exists(directory)) {
            return State.MISSING;
        }
        if (!Files.exists(directory.resolve(MARKER))) {
            return State.FOREIGN;
        }
        try {
            KernelSpec spec = KernelSpec.read(kernelJson);
            Path current = directory.resolve(JARS + digest());
            if (!machine.canStart(spec.argv().get(0))) {
                return State.BROKEN;
            }
            return Files.isDirectory(current) && spec.toJson().contains(current.toString())
                    ? State.CURRENT
                    : State.STALE;
        } catch (LabException e) {
            return State.BROKEN;
        }
    }

    /**
     * Installs the kernelspec, or renews it. The jars lie in a directory that is named after their content, and kernel.json is
     * replaced in one step: at any moment Jupyter sees a whole kernel, the old or the new one.
     *
     * @param other the kernel of the person's that it shall start with the library added, or null for Chainrule's own
     * @param heap the largest heap of Chainrule's own kernel, as "1g", or null to leave it as it was, else to the JVM
     * @throws LabException if another kernel has that name, or the directory cannot be written
     */
    void install(KernelSpec other, String heap) throws LabException {
        if (state() == State.FOREIGN) {
            throw new LabException("The kernel " + directory + " was not put there by ./lab; rename it (mv " + directory
                    + " " + directory + "-mine) and run ./lab again.");
        }
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(MARKER), "./lab uninstall removes this kernel.\n");
            Path copies = copyJars();
            String classPath = jars.stream()
                    .map(jar -> copies.resolve(jar.getFileName()).toString())
                    .collect(Collectors.joining(File.pathSeparator));
            KernelSpec spec = other == null ? own(classPath, heap) : other.withLibrary(classPath, copies);
            replaceKernelJson(spec.toJson());
            for (Path old : jarDirectories()) {
                if (!old.equals(copies)) {
                    Trees.delete(old);
                }
            }
        } catch (IOException e) {
            throw new LabException(
                    "The kernel cannot be installed in " + directory + " (" + e
                            + "); name a directory you may write: JUPYTER_DATA_DIR=DIRECTORY ./lab.",
                    e);
        }
    }

    private KernelSpec own(String classPath, String heap) throws LabException {
        List<String> options = new ArrayList<>(KernelSpec.JVM_OPTIONS);
        options.addAll(heap == null ? heapAsItWas() : List.of("-Xmx" + heap));
        return KernelSpec.ofThisJvm(classPath, options);
    }

    private List<String> heapAsItWas() throws LabException {
        if (state() != State.CURRENT && state() != State.STALE) {
            return List.of();
        }
        return KernelSpec.read(kernelJson).argv().stream()
                .filter(word -> word.startsWith("-Xmx"))
                .toList();
    }

    /**
     * Removes what was installed, and nothing else.
     *
     * @return whether there was something to remove
     */
    boolean uninstall() throws LabException {
        if (!Files.exists(directory.resolve(MARKER))) {
            return false;
        }
        try {
            Files.deleteIfExists(kernelJson);
            for (Path old : jarDirectories()) {
                Trees.delete(old);
            }
            Files.delete(directory.resolve(MARKER));
            Trees.deleteIfEmpty(directory);
            return true;
        } catch (IOException e) {
            throw new LabException("The kernel in " + directory + " cannot be removed (" + e + "); rm -r it.", e);
        }
    }

    private Path copyJars() throws IOException, LabException {
        Path target = directory.resolve(JARS + digest());
        if (Files.isDirectory(target)) {
            return target;
        }
        Path part = Files.createTempDirectory(directory, JARS);
        for (Path jar : jars) {
            Files.copy(jar, part.resolve(jar.getFileName()));
        }
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            Trees.delete(part);
            if (!Files.isDirectory(target)) {
                throw e;
            }
            // Another ./lab was faster, and its copy has the same content.
        }
        return target;
    }

    private void replaceKernelJson(String json) throws IOException {
        if (Files.exists(kernelJson) && new String(Files.readAllBytes(kernelJson)).equals(json)) {
            return;
        }
        Path part = Files.createTempFile(directory, "kernel", ".part");
        Files.writeString(part, json);
        Files.move(part, kernelJson, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<Path> jarDirectories() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(JARS))
                    .toList();
        }
    }

    private String digest() throws LabException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path jar : jars) {
                if (!Files.isRegularFile(jar)) {
                    throw new LabException(
                            "The library's " + jar + " is missing; build it again: rm -r target && ./lab install.");
                }
                digest.update(jar.getFileName().toString().getBytes());
                digest.update(Files.readAllBytes(jar));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_LENGTH);
        } catch (IOException e) {
            throw new LabException(
                    "The library's jars cannot be read (" + e + "); build them again: ./lab install.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException("Every JDK has SHA-256.", e));
        }
    }
}
