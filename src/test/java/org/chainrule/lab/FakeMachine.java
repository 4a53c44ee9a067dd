package org.chainrule.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A machine in a directory: commands, a JDK and a home that a test makes up, and nothing of the real one's. */
final class FakeMachine {
    /** What packages.sh is made of. */
    private static final List<String> TOOLS = List.of("sed", "tr", "grep", "id", "tail", "rm", "mktemp", "env");

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private List<Path> classPath = new ArrayList<>();
    private Path javaHome;
    private String fileNames = "UTF-8";

    FakeMachine(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory.resolve("bin"));
        Files.createDirectories(directory.resolve("home"));
        Path sources = Files.createDirectories(repository().resolve(Path.of("src", "main", "sh")));
        Files.copy(Path.of("src", "main", "sh", "packages.sh"), sources.resolve("packages.sh"));
        for (String tool : TOOLS) {
            Path real = Stream.of("/usr/bin", "/bin")
                    .map(bin -> Path.of(bin, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            command(tool, "exec " + real + " \"$@\"");
        }
        environment.put("PATH", directory.resolve("bin").toString());
        environment.put("HOME", directory.resolve("home").toString());
        javaHome = directory.resolve("jdk");
    }

    Path repository() {
        return directory.resolve("chainrule");
    }

    Path home() {
        return directory.resolve("home");
    }

    FakeMachine with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    FakeMachine withFileNames(String encoding) {
        fileNames = encoding;
        return this;
    }

    FakeMachine withJavaHome(Path home) {
        javaHome = home;
        return this;
    }

    FakeMachine withClassPath(List<Path> jars) {
        classPath = jars;
        return this;
    }

    /** Puts a shell script on the PATH. */
    FakeMachine command(String name, String... lines) throws IOException {
        executable(directory.resolve("bin").resolve(name), lines);
        return this;
    }

    /** A JDK whose java says so much about itself. */
    FakeMachine jdk(String version, String modules, boolean compiler) throws IOException {
        executable(
                javaHome.resolve(Path.of("bin", "java")),
                "case \"$1\" in",
                "-XshowSettings*) echo '    java.version = " + version + "';;",
                "--list-modules) echo '" + modules + "';;",
                "*) echo 'Exception in thread \"main\" java.lang.UnsatisfiedLinkError: libfreetype.so.6'; exit 1;;",
                "esac");
        if (compiler) {
            executable(javaHome.resolve(Path.of("bin", "javac")), "exit 0");
        }
        return this;
    }

    static void executable(Path file, String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    /** The jars that ./lab would put on the class path, the library's own made from what Maven has just compiled. */
    static List<Path> realJars(Path directory) throws IOException {
        List<Path> jars = new ArrayList<>(List.of(directory.resolve("chainrule.jar")));
        for (Path entry : Machine.here(Path.of("")).classPath()) {
            if (entry.toString().matches(".*/(ejml|xchart|jupyter-jvm|gson|jeromq|jnacl|jetty|slf4j)[^/]*\\.jar")) {
                jars.add(entry);
            }
        }
        Path classes = Path.of("target", "classes");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(jars.get(0)));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, jar);
            }
        }
        return jars;
    }

    Machine machine() {
        return new Machine(repository(), javaHome, classPath, environment, fileNames);
    }
}
