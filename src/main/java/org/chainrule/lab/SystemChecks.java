package org.chainrule.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the doctor asks about the system below Java and Jupyter. */
final class SystemChecks {
    private static final Duration DRAWING_TIMEOUT = Duration.ofSeconds(60);
    private static final long MEGABYTE = 1L << 20;
    private static final long NEEDED_SPACE = 500 * MEGABYTE;
    private static final List<String> LIBRARIES =
            List.of("chainrule", "ejml-simple", "xchart", "jupyter-jvm-basekernel", "gson", "jeromq");
    private static final Pattern PROXY = Pattern.compile("(?:\\w+://)?(?:[^@/]*@)?([^:/]+)(?::(\\d+))?/?");
    private static final String DEFAULT_PROXY_PORT = "80";

    private SystemChecks() {}

    static Finding classPath(Machine machine) {
        List<String> missing = LIBRARIES.stream()
                .filter(library -> machine.classPath().stream()
                        .filter(Files::isReadable)
                        .noneMatch(jar -> jar.getFileName().toString().matches(library + "(-[0-9].*)?\\.jar")))
                .toList();
        return missing.isEmpty()
                ? Finding.ok(machine.classPath().size() + " jars")
                : Finding.problem(
                        "Of the library's jars, these are missing: " + String.join(", ", missing),
                        "rm -r target && ./lab install");
    }

    /** Draws in a JVM of its own, because a library that is missing leaves AWT unusable in the one that asked for it. */
    static Finding fonts(Machine machine) {
        Machine.Outcome drawing = machine.run(
                DRAWING_TIMEOUT,
                List.of(
                        machine.javaHome().resolve(Path.of("bin", "java")).toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        machine.joinedClassPath(),
                        DrawingProbe.class.getName()));
        if (drawing.succeeded()) {
            return Finding.ok(drawing.lastLine());
        }
        String reason = drawing.output()
                .lines()
                .filter(line -> line.matches(".*(Error|Exception).*"))
                .findFirst()
                .orElse(drawing.lastLine());
        return Finding.problem("Text cannot be drawn: " + reason, new Packages(machine).command("fonts"));
    }

    static Finding proxy(Machine machine) {
        Map<String, String> environment = machine.environment();
        String proxy = Stream.of("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        Matcher address = PROXY.matcher(proxy);
        if (!address.matches()) {
            return proxy.isEmpty()
                    ? Finding.ok("none is set")
                    : Finding.problem("\"" + proxy + "\" is no proxy's address", "export HTTPS_PROXY=http://HOST:PORT");
        }
        if (mavenKnowsAProxy(environment)) {
            return Finding.ok(address.group(1) + ", and Maven has one, too");
        }
        String port = address.group(2) == null ? DEFAULT_PROXY_PORT : address.group(2);
        return Finding.problem(
                "The environment names the proxy " + address.group(1) + ", which Maven does not read from there",
                "export MAVEN_OPTS='-Daether.connector.http.useSystemProperties=true -Dhttp.proxyHost="
                        + address.group(1) + " -Dhttp.proxyPort=" + port + " -Dhttps.proxyHost=" + address.group(1)
                        + " -Dhttps.proxyPort=" + port + "'");
    }

    private static boolean mavenKnowsAProxy(Map<String, String> environment) {
        boolean inOptions = Stream.of("MAVEN_OPTS", "MAVEN_ARGS", "JAVA_TOOL_OPTIONS")
                .anyMatch(name -> environment.getOrDefault(name, "").contains("proxyHost"));
        Path settings = home(environment).resolve(Path.of(".m2", "settings.xml"));
        try {
            return inOptions
                    || Files.isReadable(settings)
                            && Files.readString(settings)
                                    .replaceAll("(?s)<!--.*?-->", "")
                                    .contains("<proxy>");
        } catch (IOException e) {
            return false;
        }
    }

    static Finding directories(Machine machine) {
        Map<String, String> mends = new LinkedHashMap<>();
        mends.put(machine.home().toAbsolutePath().toString(), "git clone " + machine.home() + " ~/chainrule");
        mends.put(machine.directories().user().toString(), "JUPYTER_DATA_DIR=DIRECTORY ./lab");
        mends.put(machine.directories().chainrule().toString(), "XDG_DATA_HOME=DIRECTORY ./lab");
        mends.put(home(machine.environment()).resolve(".m2").toString(), "HOME=DIRECTORY ./lab");
        List<String> unwritable = mends.keySet().stream()
                .filter(directory -> !isWritable(Path.of(directory)))
                .toList();
        return unwritable.isEmpty()
                ? Finding.ok("writable: " + String.join(", ", mends.keySet()))
                : Finding.problem("Not writable: " + String.join(", ", unwritable), mends.get(unwritable.get(0)));
    }

    private static boolean isWritable(Path directory) {
        Path existing = Trees.existing(directory);
        return Files.isDirectory(existing) && Files.isWritable(existing);
    }

    static Finding fileNames(Machine machine) {
        return machine.fileNames().equalsIgnoreCase("UTF-8")
                ? Finding.ok("file names and output")
                : Finding.problem(
                        "File names are taken for " + machine.fileNames() + ": the system lacks a UTF-8 locale",
                        new Packages(machine).command("locales"));
    }

    static Finding disk(Machine machine) {
        // Not the file store's answer: where the mount points cannot be seen, as in a container, there is none.
        return disk(machine, directory -> directory.toFile().getUsableSpace());
    }

    static Finding disk(Machine machine, ToLongFunction<Path> usableSpace) {
        List<Path> full = new ArrayList<>();
        long least = Long.MAX_VALUE;
        for (Path directory :
                List.of(machine.home(), machine.directories().user(), Path.of(System.getProperty("java.io.tmpdir")))) {
            long usable = usableSpace.applyAsLong(Trees.existing(directory));
            least = Math.min(least, usable);
            if (usable < NEEDED_SPACE) {
                full.add(directory);
            }
        }
        String space = least / MEGABYTE + " MB are free";
        return full.isEmpty()
                ? Finding.ok(space)
                : Finding.problem(
                        "Only " + space + " in " + full.get(0) + ", and 500 are needed", "df -h " + full.get(0));
    }

    private static Path home(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
    }
}
