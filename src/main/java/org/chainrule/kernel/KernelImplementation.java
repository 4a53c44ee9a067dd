package org.chainrule.kernel;

import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java kernels whose cells we know how to give the library to. */
public enum KernelImplementation {
    CHAINRULE("Chainrule", "chainrule", "org.chainrule.kernel", ""),
    IJAVA("IJava", "ijava", "io.github.spencerpark.ijava", "IJAVA_CLASSPATH"),
    JJAVA("JJava", "jjava", "org.dflib.jjava", "JJAVA_CLASSPATH"),
    RAPAIO("Rapaio", "rapaio-jupyter-kernel", "org.rapaio.jupyter.kernel", "RJK_CLASSPATH");

    private final String displayName;
    /** A file of that name, or of that name with a version and so on behind it, or a class in that package. */
    private final Pattern started;

    /** Where it looks for more classes; our own has them all from the start. */
    private final String classPathVariable;

    KernelImplementation(String displayName, String fileName, String mainPackage, String classPathVariable) {
        this.displayName = displayName;
        this.started = Pattern.compile(
                "(.*[/\\\\])?" + fileName + "([^a-z/\\\\][^/\\\\]*)?|" + Pattern.quote(mainPackage) + "\\..*",
                Pattern.CASE_INSENSITIVE);
        this.classPathVariable = classPathVariable;
    }

    /** Which of them a kernelspec starts, by the jars and classes in its command, else by the class path it is given. */
    public static Optional<KernelImplementation> of(KernelSpec spec) {
        return Stream.concat(
                        Stream.of(values()).filter(kernel -> kernel.isStartedBy(spec)),
                        Stream.of(values()).filter(kernel -> spec.env().containsKey(kernel.classPathVariable)))
                .findFirst();
    }

    private boolean isStartedBy(KernelSpec spec) {
        return spec.argv().stream()
                .flatMap(word -> Arrays.stream(word.split(File.pathSeparator)))
                .anyMatch(word -> started.matcher(word).matches());
    }

    String classPathVariable() {
        return classPathVariable;
    }

    @Override
    public String toString() {
        return displayName;
    }
}
