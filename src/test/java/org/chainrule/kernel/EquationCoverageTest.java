package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EquationCoverageTest {
    @TempDir
    Path directory;

    @Test
    void onlyVerdictsThatAreInTheOutputsCount() throws Exception {
        EquationCoverage coverage = new EquationCoverage();
        assertEquals(90, coverage.missing().size());
        Path file = directory.resolve("a.ipynb");
        Files.writeString(file, """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
                {"cell_type": "markdown", "source": "B02 ✓  says the text"},
                {"cell_type": "code", "source": "Equation.check(\\"B03\\")", "outputs": [
                {"output_type": "display_data", "data": {"text/plain": "B04 ✓"}},
                {"output_type": "stream", "text": ["B01 ✓  largest difference 0\\n", "C05 ✗ as printed: off\\n",
                "C05 ✓  largest difference 0\\n", "C06 ✗ as printed: off\\n", "see B07 ✓\\n"]}]}]}
                """);
        coverage.add(NotebookFile.read(file));
        Set<String> missing = coverage.missing();
        assertEquals(88, missing.size());
        assertFalse(missing.contains("B01") || missing.contains("C05"));
        assertTrue(missing.contains("C06"), "refuted, but not repaired");
        assertEquals(Set.of("C05", "C06"), coverage.refuted());
        assertTrue(
                coverage.toString().startsWith("Equations: 2 of 90 checked, 2 of them refuted"), coverage.toString());
    }
}
