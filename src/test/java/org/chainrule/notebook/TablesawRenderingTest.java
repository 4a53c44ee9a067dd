package org.chainrule.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TablesawRenderingTest {
    private static Table numbered(int rows) {
        return Table.create(
                "numbers", IntColumn.create("n", IntStream.range(0, rows).toArray()));
    }

    private static String html(Object table) {
        return Renderings.of(table).data().get("text/html").toString();
    }

    @Test
    void aTableIsAlignedAsText() {
        Table table = Table.create(
                "runs",
                StringColumn.create("run", "slow", "much faster"),
                DoubleColumn.create("loss", 1.0 / 3, Double.NaN),
                IntColumn.create("epochs", 5, 1000));
        assertEquals("""
                runs, 2 × 3 table
                run          loss      epochs
                slow         0.333333  5
                much faster            1000""", Renderings.of(table).plainText());
    }

    @Test
    void nothingInATableIsTakenForMarkup() {
        Table table = Table.create(
                "<b>$name$</b>", StringColumn.create("<i>column</i>", "<script>alert($x$)</script>\n & more"));
        String html = html(table);
        assertFalse(html.contains("<script>") || html.contains("<b>") || html.contains("<i>"));
        assertTrue(
                html.contains(
                        "<td><div align=\"left\">&lt;script&gt;alert(<span>$</span>x<span>$</span>)&lt;/script&gt; &amp; more</div></td>"),
                html);
        assertEquals(3, Renderings.of(table).plainText().lines().count());
    }

    @Test
    void aLongTableShowsItsBeginningAndItsEnd() {
        assertEquals(2 + 20, Renderings.of(numbered(20)).plainText().lines().count());
        assertEquals("""
                numbers, 21 × 1 table
                n
                0
                1
                2
                3
                4
                5
                6
                7
                8
                9
                … 1 more row
                11
                12
                13
                14
                15
                16
                17
                18
                19
                20""", Renderings.of(numbered(21)).plainText());
        assertTrue(html(numbered(1000)).contains("<td>… 980 more rows</td>"));
        assertEquals("numbers, 0 × 1 table\nn", Renderings.of(numbered(0)).plainText());
        assertEquals(
                "empty, 0 × 0 table",
                Renderings.of(Table.create("empty")).plainText().strip());
    }

    @Test
    void aWideTableAndALongTextAreCut() {
        Table table = Table.create("wide");
        for (int c = 0; c < 25; c++) {
            table.addColumns(StringColumn.create("c" + c, "x".repeat(100)));
        }
        String[] lines = Renderings.of(table).plainText().split("\n");
        assertTrue(lines[1].endsWith("c19" + " ".repeat(59) + "… 5 more columns"), lines[1]);
        assertTrue(lines[2].startsWith("x".repeat(59) + "…  x"), lines[2]);
    }

    @Test
    void aSelectionOfRowsIsShownLikeATable() {
        Table table = numbered(50);
        assertTrue(html(table.where(table.intColumn("n").isLessThan(2))).contains("<td>1</td>"));
    }
}
