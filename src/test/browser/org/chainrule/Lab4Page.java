package org.chainrule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The page of JupyterLab's parts, {@code src/test/lab4}, bundled. */
final class Lab4Page {
    private static final Path SOURCE = Path.of("src", "test", "lab4");
    private static final Path WORK = Path.of("target", "lab4");

    private Lab4Page() {}

    /** Fetches the packages, unless those of this lock file are there, bundles the page, and gives its directory. */
    static Path bundle() throws IOException, InterruptedException {
        Path lock = WORK.resolve("package-lock.json");
        Path page = WORK.resolve("page");
        boolean fetched = Files.exists(WORK.resolve("node_modules"))
                && Files.exists(lock)
                && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) < 0;
        copySources();
        if (!fetched) {
            Command.run(WORK, List.of("npm", "ci"));
        }
        Command.run(WORK, List.of("node", "bundle.mjs", page.toAbsolutePath().toString()));
        return page;
    }

    private static void copySources() throws IOException, InterruptedException {
        Files.createDirectories(WORK);
        List<String> copy = new ArrayList<>(List.of("cp", "-p"));
        try (Stream<Path> files = Files.list(SOURCE)) {
            files.forEach(file -> copy.add(file.toAbsolutePath().toString()));
        }
        copy.add(".");
        Command.run(WORK, copy);
    }
}
