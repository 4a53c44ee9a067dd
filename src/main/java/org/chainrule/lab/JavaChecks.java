package org.chainrule.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the doctor asks about the JDK and Maven. */
final class JavaChecks {
    private static final int OLDEST_JDK = 17;
    private static final Pattern JDK_VERSION = Pattern.compile("java\\.version = ((\\d+)\\S*)");
    private static final int OLDEST_MAVEN_MAJOR = 3;
    private static final int OLDEST_MAVEN_MINOR = 8;
    private static final Pattern MAVEN_VERSION = Pattern.compile("Apache Maven ((\\d+)\\.(\\d+)[\\w.-]*)");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private JavaChecks() {}

    static Finding jdk(Machine machine) {
        Machine.Outcome answer = java(machine, "-XshowSettings:properties", "-version");
        Matcher version = JDK_VERSION.matcher(answer.output());
        if (!version.find()) {
            return Finding.problem(machine.javaHome() + " does not run: " + answer.lastLine(), anotherJdk(machine));
        }
        return Integer.parseInt(version.group(2)) < OLDEST_JDK
                ? Finding.problem(
                        machine.javaHome() + " is Java " + version.group(1) + ", older than " + OLDEST_JDK,
                        anotherJdk(machine))
                : Finding.ok(version.group(1) + " in " + machine.javaHome());
    }

    static Finding compiler(Machine machine) {
        Path javac = machine.javaHome().resolve(Path.of("bin", "javac"));
        return Files.isExecutable(javac)
                ? Finding.ok(javac.toString())
                : Finding.problem(machine.javaHome() + " has no compiler, it is a JRE", anotherJdk(machine));
    }

    static Finding jshell(Machine machine) {
        Machine.Outcome answer = java(machine, "--list-modules");
        return Pattern.compile("^jdk\\.jshell\\b", Pattern.MULTILINE)
                        .matcher(answer.output())
                        .find()
                ? Finding.ok("is there")
                : Finding.problem(
                        machine.javaHome() + " lacks the module jdk.jshell, which runs the cells", anotherJdk(machine));
    }

    static Finding maven(Machine machine) {
        Optional<Path> mvn = machine.find("mvn");
        if (mvn.isEmpty()) {
            return Finding.problem("There is no mvn on the PATH", new Packages(machine).command("maven"));
        }
        Machine.Outcome answer = machine.run(TIMEOUT, List.of(mvn.get().toString(), "-v"));
        Matcher version = MAVEN_VERSION.matcher(answer.output());
        if (!answer.succeeded() || !version.find()) {
            return Finding.problem(
                    mvn.get() + " does not run: " + answer.lastLine(),
                    "JAVA_HOME=" + machine.javaHome() + " ./lab doctor");
        }
        int major = Integer.parseInt(version.group(2));
        int minor = Integer.parseInt(version.group(3));
        return major < OLDEST_MAVEN_MAJOR || major == OLDEST_MAVEN_MAJOR && minor < OLDEST_MAVEN_MINOR
                ? Finding.problem(
                        mvn.get() + " is " + version.group(1) + ", older than 3.8",
                        "PATH=DIRECTORY-OF-A-NEWER-MAVEN/bin:$PATH ./lab doctor")
                : Finding.ok(version.group(1) + " in " + mvn.get());
    }

    private static Machine.Outcome java(Machine machine, String... options) {
        List<String> command = new ArrayList<>(
                List.of(machine.javaHome().resolve(Path.of("bin", "java")).toString()));
        command.addAll(List.of(options));
        return machine.run(TIMEOUT, command);
    }

    private static String anotherJdk(Machine machine) {
        return new Packages(machine).command("jdk");
    }
}
