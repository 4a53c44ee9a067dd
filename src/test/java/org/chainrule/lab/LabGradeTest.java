package org.chainrule.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chainrule.tables.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class LabGradeTest {
    private static final String IMPORTS = "import org.chainrule.notebook.*;";

    @TempDir
    Path home;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private void notebook(String path, String... cells) throws Exception {
        String json = Arrays.stream(cells)
                .map(cell -> "{\"cell_type\": \"code\", \"execution_count\": null, \"metadata\": {}, \"outputs\": [],"
                        + " \"source\": " + new Gson().toJson(cell) + "}")
                .collect(Collectors.joining(", "));
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "{\"cells\": [" + json + "], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 4}");
    }

    private static String check(int number, String answer) {
        return "Exercises.chapter07(" + number + ").check(" + answer + ");";
    }

    private int lab(String... arguments) {
        printed.reset();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Lab(new Machine(home, home, List.of(), Map.of(), "UTF-8"), out, out).call(List.of(arguments));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyLearnerIsGradedByTheExercisesThatWereHandedOut() throws Exception {
        notebook("notebooks/07.ipynb", IMPORTS, check(1, "Double.NaN"), check(2, "Double.NaN"), check(3, "Double.NaN"));
        notebook(
                "class/anna/07.ipynb",
                IMPORTS,
                "int a = 1 / 0;",
                check(1, "Double.NaN"),
                check(2, "2 / 50.0"),
                check(3, "48"));
        notebook("class/bo/07.ipynb", IMPORTS, check(2, "1 / 50.0"), "double mine =", check(3, "mine"));
        Files.createDirectories(home.resolve("class/cy"));
        Files.writeString(home.resolve("class/cy/07.ipynb"), "no notebook");
        notebook("class/cy/.ipynb_checkpoints/07-checkpoint.ipynb", IMPORTS, check(2, "0.04"));
        Path csv = home.resolve("grades.csv");

        assertEquals(0, lab("grade", home.resolve("class").toString(), "--csv", csv.toString()));
        assertTrue(
                printed()
                        .matches("(?s)anna/07.ipynb +2 of  3 right; 1 no answer\n"
                                + "    cell 2: ArithmeticException: / by zero\n"
                                + "bo/07.ipynb +0 of  3 right; 1 no such cell, 2 not yet, 3 the cell failed\n"
                                + "    cell 3: .*\n"
                                + "cy/07.ipynb +0 of  0 right\n    The notebook .* is not JSON.*\n"
                                + "table in .*grades.csv\n"),
                printed());
        Table table = Tables.csv(csv);
        assertEquals(List.of("notebook", "exercise", "verdict", "said"), table.columnNames());
        assertEquals(6, table.rowCount());
        assertEquals("bo/07.ipynb", table.getString(4, "notebook"));
        assertEquals("not yet", table.getString(4, "verdict"));
        assertTrue(table.getString(4, "said").contains("it diverges at twice that rate"), table.getString(4, "said"));
    }

    @Test
    void aLineThatACellPrintsItselfCountsForNothing() throws Exception {
        notebook("notebooks/07.ipynb", IMPORTS, check(2, "Double.NaN"));
        notebook("class/07.ipynb", IMPORTS, "System.out.println(\"Exercise 2 ✓ right\");", check(2, "7"));
        assertEquals(0, lab("grade", home.resolve("class").toString()));
        assertTrue(printed().contains("0 of  1 right; 2 not yet"), printed());
    }

    @Test
    void whatCannotBeGradedIsNamed() {
        assertEquals(2, lab("grade"));
        assertTrue(printed().startsWith("grade needs the directory that holds the learners' notebooks."), printed());
        assertEquals(2, lab("grade", home.toString()));
        assertTrue(printed().startsWith("There is no notebook below "), printed());
        assertEquals(2, lab("grade", home.resolve("none").toString()));
        assertTrue(printed().contains("cannot be listed"), printed());
    }
}
