package org.chainrule.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a kernel is started: the content of a kernel.json.
 *
 * @param argv the command, in which {@code {connection_file}} stands for that file's path
 * @param env what the kernel's environment has beside the starter's
 */
public record KernelSpec(
        List<String> argv, Map<String, String> env, String displayName, String language, String interruptMode) {
    /** The name of Chainrule's kernelspec, which its notebooks carry. */
    public static final String NAME = "chainrule";

    static final String CONNECTION_FILE = "{connection_file}";
    /** What the kernel's JVM is told in every case. */
    public static final List<String> JVM_OPTIONS = List.of(
            "-Djava.awt.headless=true",
            "--add-modules",
            "jdk.incubator.vector",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-XX:+UseSerialGC");

    public KernelSpec {
        argv = List.copyOf(argv);
        env = Map.copyOf(env);
    }

    /** Chainrule's own kernel, on the JVM that runs this and on that class path. */
    public static KernelSpec ofThisJvm(String classPath) {
        return ofThisJvm(classPath, JVM_OPTIONS);
    }

    /** Chainrule's own kernel, on the JVM that runs this, with other options than the usual ones. */
    public static KernelSpec ofThisJvm(String classPath, List<String> jvmOptions) {
        List<String> argv = new ArrayList<>();
        argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        argv.addAll(jvmOptions);
        argv.addAll(List.of("-cp", classPath, KernelMain.class.getName(), CONNECTION_FILE));
        return new KernelSpec(argv, Map.of(), "Java (Chainrule)", "java", "message");
    }

    /**
     * Reads a kernel.json.
     *
     * @throws LabException if it cannot be read, is not JSON, or has no argv
     */
    public static KernelSpec read(Path file) throws LabException {
        JsonElement json = parse(file);
        if (!(json instanceof JsonObject spec) || !(spec.get("argv") instanceof JsonArray words) || words.isEmpty()) {
            throw new LabException("The kernelspec " + file + " has no argv; install that kernel again.");
        }
        List<String> argv = new ArrayList<>();
        for (JsonElement word : words) {
            // Jupyter fills in this one too; kernels that come with a script use it.
            argv.add(word.getAsString()
                    .replace("{resource_dir}", file.getParent().toString()));
        }
        Map<String, String> env = new LinkedHashMap<>();
        Json.object(spec, "env").asMap().forEach((name, value) -> env.put(name, value.getAsString()));
        return new KernelSpec(
                argv,
                env,
                Json.string(spec, "display_name", ""),
                Json.string(spec, "language", ""),
                Json.string(spec, "interrupt_mode", "signal"));
    }

    private static JsonElement parse(Path file) throws LabException {
        try {
            return JsonParser.parseString(Files.readString(file));
        } catch (IOException e) {
            throw new LabException("The kernelspec " + file + " cannot be read: " + e.getMessage() + ".", e);
        } catch (JsonParseException e) {
            throw new LabException("The kernelspec " + file + " is not JSON; install that kernel again.", e);
        }
    }

    /**
     * The same kernel with the library on the class path of its cells, and with the door open: what our own kernel imports is
     * imported. It gets what it reads, and nothing that another one would read.
     *
     * @param directory where a file may lie that the kernel reads at its start, and has to stay
     * @throws LabException if that file cannot be written, or one that it replaces not be read
     * @throws IllegalArgumentException if it is none of the kernels that we know
     */
    public KernelSpec withLibrary(String classPath, Path directory) throws LabException {
        LibraryEnvironment environment = new LibraryEnvironment(env, classPath);
        KernelImplementation implementation = KernelImplementation.of(this)
                .orElseThrow(() -> new IllegalArgumentException("Not a Java kernel that takes the library: " + argv));
        Map<String, String> extended = switch (implementation) {
            case CHAINRULE -> env;
            case IJAVA -> environment.ofIJava();
            case JJAVA -> environment.ofJJava();
            case RAPAIO -> environment.ofRapaio(directory);
        };
        return new KernelSpec(argv, extended, displayName, language, interruptMode);
    }

    /** The same kernel under another name in Jupyter's menus. */
    public KernelSpec shownAs(String name) {
        return new KernelSpec(argv, env, name, language, interruptMode);
    }

    /** The text of the kernel.json. */
    public String toJson() {
        JsonObject json = new JsonObject();
        JsonArray words = Json.array(argv);
        json.add("argv", words);
        json.addProperty("display_name", displayName);
        if (!env.isEmpty()) {
            json.add("env", Json.object(env));
        }
        json.addProperty("interrupt_mode", interruptMode);
        json.addProperty("language", language);
        return Json.write(json);
    }
}
