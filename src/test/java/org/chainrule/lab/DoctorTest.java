package org.chainrule.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chainrule.kernel.LabException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One broken machine a test, and a good one. */
class DoctorTest {
    private static final String MODULES = "java.base@17\njdk.jshell@17";
    private static final String APT = "apt-get install -y --no-install-recommends ";

    @TempDir
    Path directory;

    private FakeMachine fake;

    @BeforeEach
    void aSystemWithApt() throws Exception {
        fake = new FakeMachine(directory)
                .command("apt-get", "exit 100")
                .command("apt-cache", "case \"$2\" in jupyterlab) ;; *) echo '  Candidate: 1.0';; esac")
                .command("sudo", "exit 1");
    }

    private static void problem(Finding finding, String what, String mend) {
        assertFalse(finding.isOk(), finding::what);
        assertTrue(finding.what().matches("(?s).*" + what + ".*"), finding.what());
        // Whether it takes sudo depends on who runs the test.
        assertEquals(mend, finding.mend().replaceFirst("^sudo ", ""));
    }

    private static void ok(Finding finding, String what) {
        assertTrue(finding.isOk(), finding::toString);
        assertTrue(finding.what().matches("(?s).*" + what + ".*"), finding.what());
    }

    @Test
    void anOldJdk() throws Exception {
        Machine machine = fake.jdk("11.0.2", MODULES, true).machine();
        problem(JavaChecks.jdk(machine), "/jdk is Java 11.0.2, older than 17", APT + "openjdk-17-jdk-headless");
    }

    @Test
    void aJdkThatDoesNotRun() throws Exception {
        FakeMachine.executable(directory.resolve("jdk/bin/java"), "echo 'GLIBC_2.99 not found'", "exit 1");
        problem(JavaChecks.jdk(fake.machine()), "does not run: GLIBC_2.99 not found", APT + "openjdk-17-jdk-headless");
        ok(JavaChecks.jdk(fake.jdk("21.0.1", MODULES, true).machine()), "21.0.1 in .*/jdk");
    }

    @Test
    void aJreWithoutCompilerOrJshell() throws Exception {
        Machine machine =
                fake.jdk("17.0.2", "java.base@17\njdk.jshellish@17", false).machine();
        problem(JavaChecks.compiler(machine), "has no compiler, it is a JRE", APT + "openjdk-17-jdk-headless");
        problem(JavaChecks.jshell(machine), "lacks the module jdk.jshell", APT + "openjdk-17-jdk-headless");
        ok(JavaChecks.jshell(fake.jdk("17.0.2", MODULES, false).machine()), "is there");
    }

    @Test
    void noMavenOrAnOldOne() throws Exception {
        problem(JavaChecks.maven(fake.machine()), "There is no mvn on the PATH", APT + "maven");
        fake.command("mvn", "echo Apache Maven 3.6.3 '(1)'");
        problem(
                JavaChecks.maven(fake.machine()),
                "is 3.6.3, older than 3.8",
                "PATH=DIRECTORY-OF-A-NEWER-MAVEN/bin:$PATH ./lab doctor");
        fake.command("mvn", "echo 'JAVA_HOME is not defined correctly'; exit 1");
        problem(
                JavaChecks.maven(fake.machine()),
                "does not run: JAVA_HOME is not defined correctly",
                "JAVA_HOME=" + directory.resolve("jdk") + " ./lab doctor");
        ok(JavaChecks.maven(fake.command("mvn", "echo Apache Maven 4.0.0-rc-1").machine()), "4.0.0-rc-1 in .*/mvn");
    }

    @Test
    void noJupyterOrABrokenOne() throws Exception {
        problem(JupyterChecks.jupyter(fake.machine()), "There is no JupyterLab", "./lab");
        fake.command("jupyter-notebook", "echo \"ModuleNotFoundError: No module named 'notebook'\"; exit 1");
        problem(
                JupyterChecks.jupyter(fake.machine()),
                "/jupyter-notebook does not run: ModuleNotFoundError: No module named 'notebook'",
                APT + "jupyter-notebook");
        ok(JupyterChecks.jupyter(fake.command("jupyter-lab", "echo 4.2.5").machine()), "4.2.5, .*/jupyter-lab");
    }

    @Test
    void aSystemWithoutAKnownPackageManager() throws Exception {
        Files.delete(directory.resolve("bin/apt-get"));
        problem(JavaChecks.maven(fake.machine()), "no mvn", "install with this system's package manager: maven");
        fake.command("dnf");
        problem(JavaChecks.maven(fake.machine()), "no mvn", "dnf install -y maven");
    }

    @Test
    void ourKernelMissingStaleDamagedOrSomeoneElses() throws Exception {
        Path jar = Files.writeString(directory.resolve("chainrule.jar"), "first build");
        Machine machine = fake.withClassPath(List.of(jar)).machine();
        problem(JupyterChecks.ourKernel(machine), "It is not installed in ", "./lab install");
        InstalledKernel kernel = new InstalledKernel(machine);
        kernel.install(null, null);
        ok(JupyterChecks.ourKernel(machine), "installed in ");
        Files.writeString(jar, "second build");
        problem(JupyterChecks.ourKernel(machine), "is not the library built here", "./lab install");
        Files.writeString(kernel.kernelJson(), "{}");
        problem(JupyterChecks.ourKernel(machine), "is damaged", "./lab install");
        ok(JupyterChecks.kernels(machine), "chainrule \\(broken: The kernelspec .* has no argv");
        Files.delete(kernel.directory().resolve("installed-by-chainrule"));
        problem(
                JupyterChecks.ourKernel(machine),
                "was not put there by ./lab",
                "mv " + kernel.directory() + " " + kernel.directory() + "-mine && ./lab install");
    }

    @Test
    void aKernelThatDoesNotStart() throws Exception {
        Path spec = fake.home().resolve(".local/share/jupyter/kernels/mine/kernel.json");
        Files.createDirectories(spec.getParent());
        Files.writeString(spec, "{\"argv\": [\"/opt/gone/java\", \"ijava.jar\", \"{connection_file}\"]}");
        problem(
                JupyterChecks.firstCellsOn("mine", fake.machine()),
                "The kernel cannot be started: .*/opt/gone/java",
                "jupyter kernelspec list");
        ok(JupyterChecks.kernels(fake.machine()), "mine \\(its /opt/gone/java does not exist\\)");
        problem(
                JupyterChecks.firstCellsOn("yours", fake.machine()),
                "No kernel named \"yours\" is installed",
                "jupyter kernelspec list");
    }

    @Test
    void aMissingFontLibrary() throws Exception {
        Machine machine = fake.jdk("17.0.2", MODULES, true).machine();
        problem(
                SystemChecks.fonts(machine),
                "Text cannot be drawn: .*UnsatisfiedLinkError: libfreetype.so.6",
                APT + "libfreetype6 fontconfig fonts-dejavu-core");
    }

    @Test
    void aMissingJar() throws Exception {
        List<Path> jars = FakeMachine.realJars(directory);
        ok(SystemChecks.classPath(fake.withClassPath(jars).machine()), jars.size() + " jars");
        List<Path> withoutGson =
                jars.stream().filter(jar -> !jar.toString().contains("gson")).toList();
        problem(
                SystemChecks.classPath(fake.withClassPath(withoutGson).machine()),
                "these are missing: gson$",
                "rm -r target && ./lab install");
    }

    @Test
    void aProxyThatMavenDoesNotKnow() throws Exception {
        ok(SystemChecks.proxy(fake.machine()), "none is set");
        fake.with("https_proxy", "http://name:secret@proxy.example:3128/");
        problem(
                SystemChecks.proxy(fake.machine()),
                "The environment names the proxy proxy.example,",
                "export MAVEN_OPTS='-Daether.connector.http.useSystemProperties=true -Dhttp.proxyHost=proxy.example"
                        + " -Dhttp.proxyPort=3128 -Dhttps.proxyHost=proxy.example -Dhttps.proxyPort=3128'");
        Path settings = Files.createDirectories(fake.home().resolve(".m2")).resolve("settings.xml");
        Files.writeString(settings, "<settings><!-- <proxy> --></settings>");
        assertFalse(SystemChecks.proxy(fake.machine()).isOk());
        Files.writeString(
                settings, "<settings><proxies><proxy><host>proxy.example</host></proxy></proxies></settings>");
        ok(SystemChecks.proxy(fake.machine()), "proxy.example, and Maven has one");
        problem(
                SystemChecks.proxy(fake.with("https_proxy", "a b:c").machine()),
                "\"a b:c\" is no proxy's address",
                "export HTTPS_PROXY=http://HOST:PORT");
    }

    @Test
    void aHomeThatCannotBeWritten() throws Exception {
        ok(SystemChecks.directories(fake.machine()), "writable: ");
        Path file = Files.writeString(directory.resolve("file"), "");
        problem(
                SystemChecks.directories(fake.with("HOME", file.toString()).machine()),
                "Not writable: " + file + "/.local/share/jupyter, ",
                "JUPYTER_DATA_DIR=DIRECTORY ./lab");
    }

    @Test
    void noUtf8() {
        problem(
                SystemChecks.fileNames(fake.withFileNames("ANSI_X3.4-1968").machine()),
                "File names are taken for ANSI_X3.4-1968",
                APT + "libc-bin");
    }

    @Test
    void aFullDisk() {
        problem(
                SystemChecks.disk(fake.machine(), any -> 1 << 20),
                "Only 1 MB are free in .*, and 500 are needed",
                "df -h " + fake.repository());
        ok(SystemChecks.disk(fake.machine(), any -> 1L << 30), "1024 MB are free");
    }

    @Test
    void theReportNamesWhatIsWrongAndGoesOnAfterACheckThatBreaks() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        List<Doctor.Check> checks = List.of(
                new Doctor.Check("first", any -> Finding.ok("fine")),
                new Doctor.Check("second", any -> Finding.problem("It is broken", "mend it")),
                new Doctor.Check("third", any -> {
                    throw new NoClassDefFoundError("com/google/gson/JsonElement");
                }),
                new Doctor.Check("fourth", any -> {
                    throw new LabException("Two\nlines");
                }));
        assertFalse(new Doctor(fake.machine(), checks).call(out));
        assertEquals("""
                ok       first        fine
                problem  second       It is broken
                         mend it:     mend it
                problem  third        This cannot be looked at: java.lang.NoClassDefFoundError: com/google/gson/JsonElement
                         mend it:     rm -r target && ./lab install
                problem  fourth       Two
                                      lines
                         mend it:     rm -r target && ./lab install
                3 problems.
                """, printed.toString(StandardCharsets.UTF_8));
        printed.reset();
        assertTrue(new Doctor(fake.machine(), checks.subList(0, 1)).call(out));
        assertTrue(printed.toString(StandardCharsets.UTF_8).endsWith("Nothing is wrong.\n"));
    }

    @Test
    void aGoodMachine() throws Exception {
        Path jdk = Path.of(System.getProperty("java.home"));
        fake.withJavaHome(jdk)
                .withClassPath(FakeMachine.realJars(directory))
                .command("mvn", "echo Apache Maven 3.9.9")
                .command("jupyter-lab", "echo 4.2.5");
        new InstalledKernel(fake.machine()).install(null, null);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        boolean good =
                Doctor.parse(List.of("--kernel", "chainrule"), fake.machine()).call(out);
        assertTrue(good, printed.toString(StandardCharsets.UTF_8));
        assertTrue(printed.toString(StandardCharsets.UTF_8)
                .matches(
                        "(?s).*ok +first cells +1 \\+ 1 and a picture, .*ok +on chainrule +1 \\+ 1 and a picture, .*"));
    }
}
