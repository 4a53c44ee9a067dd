package org.chainrule.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A Jupyter notebook, nbformat 4: read, given new outputs, and written back as Jupyter itself writes it. */
public final class NotebookFile {
    /** Metadata of a cell that differs from run to run, and would make every run a change. */
    private static final List<String> TIMESTAMPS = List.of("execution", "ExecuteTime");

    private final Path path;
    private final JsonObject root;

    private NotebookFile(Path path, JsonObject root) {
        this.path = path;
        this.root = root;
    }

    /**
     * Reads a notebook.
     *
     * @throws LabException if there is no such file, or it is no notebook of format 4
     */
    public static NotebookFile read(Path path) throws LabException {
        try {
            return parse(path, Files.readString(path));
        } catch (NoSuchFileException e) {
            throw new LabException("There is no notebook " + path + "; give the path of an .ipynb file.", e);
        } catch (CharacterCodingException e) {
            throw new LabException("The notebook " + path + " is not UTF-8; save it again from Jupyter.", e);
        } catch (IOException e) {
            throw new LabException("The notebook " + path + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static NotebookFile parse(Path path, String text) throws LabException {
        JsonElement json;
        try {
            json = JsonParser.parseString(text);
        } catch (JsonParseException e) {
            throw new LabException(
                    "The notebook " + path + " is not JSON; give an .ipynb file as Jupyter saves it.", e);
        }
        if (!(json instanceof JsonObject root) || !(root.get("cells") instanceof JsonArray cells)) {
            throw new LabException("The notebook " + path + " has no list of cells; save it in notebook format 4.");
        }
        if (!(root.get("nbformat") instanceof JsonPrimitive format)
                || !format.getAsString().equals("4")) {
            throw new LabException("The notebook " + path + " is not of notebook format 4; convert it with Jupyter.");
        }
        for (int i = 0; i < cells.size(); i++) {
            if (!(cells.get(i) instanceof JsonObject cell) || !cell.has("cell_type") || !cell.has("source")) {
                throw new LabException(
                        "The notebook " + path + " is malformed: cell " + (i + 1) + " needs a cell_type and a source.");
            }
        }
        return new NotebookFile(path, root);
    }

    /** Where it was read from. */
    public Path path() {
        return path;
    }

    /** The notebook with the same content and nothing shared. */
    public NotebookFile copy() {
        return new NotebookFile(path, root.deepCopy());
    }

    /** The name of the kernelspec that the notebook asks for, or an empty string. */
    public String kernelName() {
        return Json.string(Json.object(Json.object(root, "metadata"), "kernelspec"), "name", "");
    }

    /** The number of cells, whatever they hold. */
    public int size() {
        return cells().size();
    }

    /** What a cell holds: {@code code}, {@code markdown} or {@code raw}. */
    public String cellType(int position) {
        return Json.string(cell(position), "cell_type", "");
    }

    /** The positions, counted from 0 among all cells, of the cells that hold code. */
    public List<Integer> codeCells() {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (cellType(i).equals("code")) {
                positions.add(i);
            }
        }
        return positions;
    }

    /** The text of a cell. */
    public String source(int position) {
        return MultilineText.join(cell(position).get("source"));
    }

    /** Whether a cell carries a tag, such as Jupyter's {@code raises-exception}. */
    public boolean hasTag(int position, String tag) {
        return Json.object(cell(position), "metadata").get("tags") instanceof JsonArray tags
                && tags.contains(new JsonPrimitive(tag));
    }

    /** The outputs of a code cell, in the form they have in the file. */
    public List<JsonObject> outputs(int position) {
        List<JsonObject> outputs = new ArrayList<>();
        if (cell(position).get("outputs") instanceof JsonArray array) {
            array.forEach(output -> outputs.add(output.getAsJsonObject()));
        }
        return outputs;
    }

    /** Takes over the outputs of a run; a null count says that the cell did not run. */
    void setOutputs(int position, Integer executionCount, List<JsonObject> outputs) {
        JsonObject cell = cell(position);
        JsonArray array = new JsonArray();
        outputs.forEach(output -> array.add(MultilineText.splitOutput(output)));
        cell.add("outputs", array);
        cell.add("execution_count", executionCount == null ? JsonNull.INSTANCE : new JsonPrimitive(executionCount));
        TIMESTAMPS.forEach(Json.object(cell, "metadata")::remove);
    }

    /** The text of the file. */
    public String toJson() {
        return Json.write(root);
    }

    /**
     * Writes the notebook, by way of a sibling file, so that a notebook is never half written.
     *
     * @throws LabException if the file cannot be written
     */
    public void write(Path target) throws LabException {
        Path sibling = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(sibling, toJson());
            Files.move(sibling, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LabException("The notebook " + target + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private JsonArray cells() {
        return root.getAsJsonArray("cells");
    }

    private JsonObject cell(int position) {
        return cells().get(position).getAsJsonObject();
    }
}
