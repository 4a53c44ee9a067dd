package org.chainrule.tables;

import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.data.DataException;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.sources.Reproduction;
import org.chainrule.training.History;
import org.chainrule.training.Measure;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TablesTest {
    private static final Network NETWORK =
            Network.inputs(2).dense(1, SIGMOID).initialize(Initializer.he(), NumpyRandom.seed(3));

    private static Trainer trainer(int epochs) {
        return Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5)).epochs(epochs);
    }

    @Test
    void aRunIsATableOfItsEpochsLossesAndMeasures() {
        History run = trainer(7).report(Measure.meanSquare()).fit(NETWORK, Datasets.xor());
        Table table = Tables.of(run);
        assertEquals(List.of("epoch", "loss", "mean square"), table.columnNames());
        assertEquals(8, table.rowCount());
        assertArrayEquals(run.loss(), table.doubleColumn("loss").asDoubleArray(), "every loss, to the last bit");
        assertEquals(7, table.intColumn("epoch").get(7));
        assertEquals(
                run.measure("mean square")[3], table.doubleColumn("mean square").get(3));
    }

    @Test
    void aMeasureNamedLikeAColumnIsRefused() {
        History run = trainer(1).report(Measure.of("Loss", (a, y) -> 0)).fit(NETWORK, Datasets.xor());
        assertEquals(
                "two columns are named \"Loss\"; give each a name of its own",
                assertThrows(IllegalArgumentException.class, () -> Tables.of(run))
                        .getMessage());
    }

    @Test
    void theVerdictsOfASourceAreATable() {
        Reproduction reproduction = Reproduction.of("A");
        Table table = Tables.of(reproduction);
        assertEquals(54, table.rowCount());
        assertEquals(
                51,
                table.where(table.stringColumn("verdict").isEqualTo("exact")).rowCount());
    }

    @Test
    void columnsTakeTheTypeOfTheirCells() {
        Table table = Tables.of(
                List.of("count", "size", "flag", "text", "none"),
                List.of(Arrays.asList(1, 2.5, true, "a", null), Arrays.asList(null, 3L, false, 7, null)));
        assertEquals(
                List.of(
                        ColumnType.INTEGER,
                        ColumnType.DOUBLE,
                        ColumnType.BOOLEAN,
                        ColumnType.STRING,
                        ColumnType.STRING),
                table.types());
        assertTrue(table.column("count").isMissing(1));
        assertEquals(3.0, table.doubleColumn("size").get(1));
        assertEquals("7", table.getString(1, "text"));
        assertEquals(
                "row 1 has 1 cells, but there are 2 columns; give every row as many",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Tables.of(List.of("a", "b"), List.of(List.of(1, 2), List.of(3))))
                        .getMessage());
    }

    @Test
    void aSweepHasARowForEachRun() {
        Map<String, History> runs = new LinkedHashMap<>();
        runs.put("short", trainer(2).fit(NETWORK, Datasets.xor()));
        runs.put(
                "stopped",
                trainer(90)
                        .report(Measure.accuracy())
                        .until(epoch -> epoch.number() == 5)
                        .fit(NETWORK, Datasets.xor()));
        Table table = Tables.sweep(runs);
        assertEquals(List.of("run", "epochs", "ending", "first loss", "last loss", "accuracy"), table.columnNames());
        assertEquals(List.of("short", "stopped"), table.stringColumn("run").asList());
        assertEquals(List.of(2, 5), table.intColumn("epochs").asList());
        assertEquals(
                List.of("completed", "stopped"), table.stringColumn("ending").asList());
        assertEquals(
                runs.get("short").lastLoss(), table.doubleColumn("last loss").get(0));
        assertTrue(table.column("accuracy").isMissing(0));
        assertThrows(IllegalArgumentException.class, () -> Tables.sweep(Map.of()));
    }

    private static Table iris() {
        return Table.create(
                "iris",
                DoubleColumn.create("length", 5.1, 4.9, 6.3),
                IntColumn.create("width", 2, 3, 4),
                FloatColumn.create("ratio", 0.5f, 0.25f, 2),
                LongColumn.create("id", 7L, 8L, 9L),
                ShortColumn.create("small", (short) 1, (short) 2, (short) 3),
                BooleanColumn.create("setosa", true, true, false),
                StringColumn.create("species", "setosa", "setosa", "virginica"),
                DoubleColumn.create("gap", 1.0, Double.NaN, 3.0),
                DoubleColumn.create("huge", 1.0, 2.0, Double.POSITIVE_INFINITY));
    }

    @Test
    void numbersOfEveryKindMakeADataset() {
        Dataset data = Tables.dataset(iris(), List.of("width", "length", "ratio", "id", "small"), List.of("setosa"));
        assertEquals(
                Dataset.of(
                                new double[][] {{2, 5.1, 0.5, 7, 1}, {3, 4.9, 0.25, 8, 2}, {4, 6.3, 2, 9, 3}},
                                new double[][] {{1}, {1}, {0}})
                        .named(List.of("width", "length", "ratio", "id", "small"), List.of("setosa")),
                data);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "species | column species, row 0: \"setosa\" is not a number to compute with; mend the cell, leave the column out",
                "gap | column gap, row 1: there is no value; fill it in, or leave the row out",
                "huge | column huge, row 2: \"Infinity\" is not a number to compute with",
            })
    void aCellThatIsNoNumberIsNamed(String column, String sentence) {
        DataException error = assertThrows(
                DataException.class, () -> Tables.dataset(iris(), List.of("length", column), List.of("setosa")));
        assertTrue(error.getMessage().startsWith(sentence), error.getMessage());
    }

    @Test
    void aFileOfValuesIsReadAsUtf8(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("flowers.csv"), "größe,setosa,n\n0.5,true,3\n,false,4\n");
        Table table = Tables.csv(file);
        assertEquals("flowers", table.name());
        assertEquals(List.of("größe", "setosa", "n"), table.columnNames());
        assertEquals(
                Dataset.of(new double[][] {{3}, {4}}, new double[][] {{1}, {0}}).named(List.of("n"), List.of("setosa")),
                Tables.dataset(table, List.of("n"), List.of("setosa")));
        assertTrue(table.column("größe").isMissing(1));
        assertThrows(NoSuchFileException.class, () -> Tables.csv(directory.resolve("none.csv")));
    }

    /** Tablesaw takes the whole column for text then. */
    @Test
    void aCellOfAFileThatIsNoNumberIsNamedNotTheFirstOfItsColumn(@TempDir Path directory) throws Exception {
        StringBuilder lines = new StringBuilder("petal_width,species\n");
        for (int row = 0; row < 150; row++) {
            lines.append(row == 17 ? "0.2 cm" : "0." + row).append(row % 2 == 0 ? ",setosa\n" : ",virginica\n");
        }
        Table table = Tables.csv(Files.writeString(directory.resolve("iris.csv"), lines));
        DataException error =
                assertThrows(DataException.class, () -> Tables.classes(table, List.of("petal_width"), "species"));
        assertTrue(
                error.getMessage().startsWith("column petal_width, row 17: \"0.2 cm\" is not a number"),
                error.getMessage());
        Table mended = table.dropRows(17);
        assertEquals(
                0.149,
                Tables.classes(mended, List.of("petal_width"), "species")
                        .inputs()
                        .get(148, 0));
    }

    @Test
    void classesBecomeTargetsOfTheirNames() {
        Table table = Table.create(
                "flowers",
                DoubleColumn.create("length", 5.1, 6.3, 4.9, 5.8),
                StringColumn.create("species", "virginica", "setosa", "virginica", "versicolor"),
                IntColumn.create("size", 10, 9, 9, 100),
                BooleanColumn.create("wild", true, false, true, true));
        assertEquals(
                Dataset.of(
                                new double[][] {{5.1}, {6.3}, {4.9}, {5.8}},
                                new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 0, 1}, {0, 1, 0}})
                        .named(List.of("length"), List.of("setosa", "versicolor", "virginica")),
                Tables.classes(table, List.of("length"), "species"));
        assertEquals(
                List.of("9", "10", "100"),
                Tables.classes(table, List.of("length"), "size").targetNames());
        assertEquals(
                List.of("false", "true"),
                Tables.classes(table, List.of("length"), "wild").targetNames());
    }

    @Test
    void columnsThatHoldNoClassesAreRefused() {
        Table table = iris();
        assertEquals(
                "column species holds one class only, \"setosa\"; there is nothing to tell apart",
                assertThrows(DataException.class, () -> Tables.classes(table.first(2), List.of("length"), "species"))
                        .getMessage());
        assertTrue(assertThrows(DataException.class, () -> Tables.classes(table, List.of("length"), "gap"))
                .getMessage()
                .startsWith("column gap, row 1: there is no value"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Tables.classes(table, List.of("length"), "kind"))
                .getMessage()
                .startsWith("classes: there is no column \"kind\""));
        assertThrows(IllegalArgumentException.class, () -> Tables.classes(table, List.of("length"), null));
        assertThrows(IllegalArgumentException.class, () -> Tables.classes(null, List.of("length"), "species"));
    }

    @Test
    void missingColumnsAndEmptyTablesAreNamed() {
        String missing = assertThrows(
                        IllegalArgumentException.class,
                        () -> Tables.dataset(iris(), List.of("length"), List.of("petal")))
                .getMessage();
        assertTrue(
                missing.startsWith("targets: there is no column \"petal\"; the table has [length, width, ratio"),
                missing);
        assertTrue(
                assertThrows(IllegalArgumentException.class, () -> Tables.dataset(iris(), List.of(), List.of("setosa")))
                        .getMessage()
                        .startsWith("inputs name no column"));
        assertEquals(
                "the table iris has no rows; a data set needs at least one",
                assertThrows(
                                DataException.class,
                                () -> Tables.dataset(iris().emptyCopy(), List.of("length"), List.of("setosa")))
                        .getMessage());
    }
}
