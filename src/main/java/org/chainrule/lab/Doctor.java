package org.chainrule.lab;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chainrule.kernel.LabException;

/** {@code ./lab doctor}: looks at everything that {@code ./lab} relies on, and says what mends what is wrong. */
final class Doctor {
    /** One thing to look at; what it throws counts as a problem, too. */
    record Check(String name, Examination examination) {}

    interface Examination {
        Finding of(Machine machine) throws LabException;
    }

    private static final String BUILD_AGAIN = "rm -r target && ./lab install";

    private final Machine machine;
    private final List<Check> checks;

    Doctor(Machine machine, List<Check> checks) {
        this.machine = machine;
        this.checks = checks;
    }

    /** Reads the arguments behind {@code doctor}; with {@code --kernel NAME} that kernel is started as well. */
    static Doctor parse(List<String> arguments, Machine machine) {
        String kernel = new Arguments("doctor", arguments, Set.of("--kernel="), 0).value("--kernel");
        List<Check> checks = new ArrayList<>(List.of(
                new Check("JDK", JavaChecks::jdk),
                new Check("javac", JavaChecks::compiler),
                new Check("jdk.jshell", JavaChecks::jshell),
                new Check("Maven", JavaChecks::maven),
                new Check("class path", SystemChecks::classPath),
                new Check("fonts", SystemChecks::fonts),
                new Check("Jupyter", JupyterChecks::jupyter),
                new Check("kernels", JupyterChecks::kernels),
                new Check("our kernel", JupyterChecks::ourKernel),
                new Check("first cells", JupyterChecks::firstCells)));
        if (kernel != null) {
            checks.add(new Check("on " + kernel, any -> JupyterChecks.firstCellsOn(kernel, any)));
        }
        checks.add(new Check("proxy", SystemChecks::proxy));
        checks.add(new Check("directories", SystemChecks::directories));
        checks.add(new Check("UTF-8", SystemChecks::fileNames));
        checks.add(new Check("disk", SystemChecks::disk));
        return new Doctor(machine, checks);
    }

    /** Prints a line for each check, below a problem the command that mends it, and answers whether nothing is wrong. */
    boolean call(PrintStream out) {
        int problems = 0;
        for (Check check : checks) {
            Finding finding = examine(check);
            out.println(line(finding.isOk() ? "ok" : "problem", check.name(), finding.what()));
            if (!finding.isOk()) {
                problems++;
                out.println(line("", "mend it:", finding.mend()));
            }
        }
        out.println(problems == 0 ? "Nothing is wrong." : problems == 1 ? "1 problem." : problems + " problems.");
        return problems == 0;
    }

    private static String line(String verdict, String name, String text) {
        return String.format(Locale.ROOT, "%-8s %-12s %s", verdict, name, text.replace("\n", "\n" + " ".repeat(22)));
    }

    private Finding examine(Check check) {
        try {
            return check.examination().of(machine);
        } catch (LabException e) {
            return Finding.problem(e.getMessage(), BUILD_AGAIN);
        } catch (RuntimeException | LinkageError e) {
            // A jar that is missing shows itself only where its classes are first used.
            return Finding.problem("This cannot be looked at: " + e, BUILD_AGAIN);
        }
    }
}
