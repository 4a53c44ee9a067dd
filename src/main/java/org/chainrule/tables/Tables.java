package org.chainrule.tables;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chainrule.data.Dataset;
import org.chainrule.data.Require;
import org.chainrule.data.Tabular;
import org.chainrule.training.History;
import org.chainrule.training.Records;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** Between Chainrule and Tablesaw: runs as tables, and tables as data sets. Needs tablesaw-core on the class path. */
public final class Tables {
    private Tables() {}

    /**
     * What was recorded during a run, a row for each recorded epoch: epoch, loss, and every measure.
     *
     * @throws IllegalArgumentException if a measure is itself named epoch or loss
     */
    public static Table of(History run) {
        Records records = Require.present("the run", run).records();
        List<String> names = new ArrayList<>(List.of("epoch", "loss"));
        names.addAll(records.measures());
        Columns.requireDistinct(names);
        Table table = Table.create("History of " + run.network());
        table.addColumns(IntColumn.create("epoch", records.epochs()), DoubleColumn.create("loss", records.loss()));
        records.measures().forEach(name -> table.addColumns(DoubleColumn.create(name, records.measure(name))));
        return table;
    }

    /** A table of what can be read as one: {@code Tables.of(Reproduction.all())}. */
    public static Table of(Tabular tabular) {
        Require.present("what to make a table of", tabular);
        return of(tabular.columns(), tabular.cells());
    }

    /**
     * A table of columns and rows. A column holds integers, numbers or booleans if all its cells do, else text; null is a
     * missing value.
     *
     * @param rows as many cells in each as there are columns
     * @throws IllegalArgumentException if two columns have the same name, or a row has more or fewer cells
     */
    public static Table of(List<String> columns, List<? extends List<?>> rows) {
        Columns.requireDistinct(columns);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).size() != columns.size()) {
                throw new IllegalArgumentException("row " + row + " has "
                        + rows.get(row).size() + " cells, but there are " + columns.size()
                        + " columns; give every row as many");
            }
        }
        Table table = Table.create();
        for (int c = 0; c < columns.size(); c++) {
            List<Object> cells = new ArrayList<>();
            for (List<?> row : rows) {
                cells.add(row.get(c));
            }
            table.addColumns(Columns.of(columns.get(c), cells));
        }
        return table;
    }

    /**
     * Runs side by side, a row each in the order of the map: name, epochs trained, how it ended, loss before and after, and the
     * last value of every measure that one of them reported.
     *
     * @throws IllegalArgumentException if there is no run, or a measure is named like a column before it
     */
    public static Table sweep(Map<String, History> runs) {
        if (Require.present("the sweep", runs).isEmpty()) {
            throw new IllegalArgumentException("the sweep is empty: give at least one run with its name");
        }
        Set<String> measures = new LinkedHashSet<>();
        runs.values().forEach(run -> measures.addAll(run.records().measures()));
        List<String> columns = new ArrayList<>(List.of("run", "epochs", "ending", "first loss", "last loss"));
        columns.addAll(measures);
        List<List<Object>> rows = new ArrayList<>();
        runs.forEach((name, run) -> {
            List<Object> row = new ArrayList<>();
            Collections.addAll(
                    row,
                    name,
                    run.epochs(),
                    run.ending().kind().name().toLowerCase(Locale.ROOT),
                    run.loss()[0],
                    run.lastLoss());
            measures.forEach(measure -> row.add(last(run, measure)));
            rows.add(row);
        });
        return of(columns, rows).setName("Sweep");
    }

    private static Double last(History run, String measure) {
        if (!run.records().measures().contains(measure)) {
            return null;
        }
        double[] values = run.measure(measure);
        return values[values.length - 1];
    }

    /**
     * Reads comma-separated values in UTF-8, of which the first line names the columns. Tablesaw's own way from a path would
     * guess the encoding, for which it needs a library (icu4j) that is not here.
     *
     * @throws IOException if the file cannot be read
     */
    public static Table csv(Path file) throws IOException {
        String name = Require.present("the file", file).getFileName().toString();
        try (Reader reader = Files.newBufferedReader(file)) {
            return Table.read().csv(CsvReadOptions.builder(reader).tableName(name.replaceFirst("\\.csv$", "")));
        }
    }

    /**
     * Writes a table as comma-separated values in UTF-8, of which the first line names the columns: what {@link #csv} reads.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Table table, Path file) throws IOException {
        Require.present("the table", table);
        try (Writer writer = Files.newBufferedWriter(Require.present("the file", file))) {
            table.write().csv(writer);
        }
    }

    /**
     * Samples to learn from, one for each row of a table, with the names of the columns. Integers and floats are taken as they
     * are, true and false as 1 and 0, and text if it reads as a number.
     *
     * @param inputs the columns that describe a sample, X: n×d in this order
     * @param targets the columns to predict, Y: n×m in this order
     * @throws IllegalArgumentException if no column is named, or one that the table does not have
     * @throws org.chainrule.data.DataException if the table has no rows, or a cell is missing or not a finite number, with its
     *     column and row, counted from 0
     */
    public static Dataset dataset(Table table, List<String> inputs, List<String> targets) {
        Require.present("the table", table);
        return Dataset.of(Columns.values(table, "inputs", inputs), Columns.values(table, "targets", targets))
                .named(inputs, targets);
    }

    /**
     * Samples whose target is a class: {@code Tables.classes(iris, List.of("petal_length", "petal_width"), "species")}. Each
     * different value of the class column becomes a target of that name, which is 1 for the samples of the class and 0 for the
     * others; Y: n×k.
     *
     * <p>The classes are in ascending order, numbers by size and text by its letters, not in the order of the rows: a table that
     * was sorted or shuffled gives the same targets.
     *
     * @param inputs the columns that describe a sample, X: n×d in this order
     * @param classColumn a column of text, whole numbers, or true and false
     * @throws IllegalArgumentException if no input is named, or a column that the table does not have
     * @throws org.chainrule.data.DataException if the table has no rows, an input is missing or not a finite number, a class is
     *     missing, or all rows are of one class
     */
    public static Dataset classes(Table table, List<String> inputs, String classColumn) {
        double[][] X = Columns.values(Require.present("the table", table), "inputs", inputs);
        ClassColumn classes = ClassColumn.of(Columns.named(table, "classes", classColumn));
        return Dataset.of(X, classes.numbers())
                .named(inputs, List.of(classColumn))
                .oneHot(classes.names());
    }
}
