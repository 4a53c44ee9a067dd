package org.chainrule.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chainrule.data.Datasets;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class ValueSummaryTest {
    @Test
    void shapesAndSizesAreTold() {
        assertEquals("4×2 matrix", ValueSummary.of(new SimpleMatrix(4, 2)));
        assertEquals("double[3][2]", ValueSummary.of(new double[3][2]));
        assertEquals("double[3][]", ValueSummary.of(new double[3][]));
        assertEquals("int[0][][]", ValueSummary.of(new int[0][4][4]));
        assertEquals("String[1]", ValueSummary.of(new String[] {"a"}));
        assertEquals("size 2", ValueSummary.of(List.of(1, 2)));
        assertEquals("size 1", ValueSummary.of(Map.of("a", 1)));
        assertEquals("3 × 1 table", ValueSummary.of(Table.create("t", IntColumn.create("n", 1, 2, 3))));
        assertEquals(Datasets.xor().toString(), ValueSummary.of(Datasets.xor()));
    }

    @Test
    void smallValuesAreShown() {
        assertEquals("0.1", ValueSummary.of(0.1));
        assertEquals("42", ValueSummary.of(42L));
        assertEquals("\"two\\nlines\", 9 characters", ValueSummary.of("two\nlines"));
        assertFalse(ValueSummary.of("x".repeat(1000)).length() > 90);
        assertEquals("", ValueSummary.of(null));
    }

    @Test
    void codeOfTheUserIsNotRun() {
        Object slow = new AbstractList<String>() {
            @Override
            public String get(int index) {
                throw new AssertionError("called");
            }

            @Override
            public int size() {
                throw new AssertionError("called");
            }

            @Override
            public String toString() {
                throw new AssertionError("called");
            }
        };
        assertEquals("Object[1]", ValueSummary.of(new Object[] {slow}));
        // A type outside the JDK and the library, as one that a cell declares.
        assertEquals("size 1", ValueSummary.of(Arrays.asList(slow)));
    }
}
