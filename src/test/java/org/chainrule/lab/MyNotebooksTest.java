package org.chainrule.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chainrule.kernel.LabException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MyNotebooksTest {
    @TempDir
    Path home;

    private MyNotebooks notebooks;

    @BeforeEach
    void twoChaptersCopied() throws Exception {
        chapter("00-a.ipynb", "a");
        chapter("01-b.ipynb", "b");
        notebooks = new MyNotebooks(home);
        assertEquals(List.of(), notebooks.refresh());
        assertEquals(Map.of("00-a.ipynb", "a", "01-b.ipynb", "b"), copies());
    }

    private void chapter(String name, String content) throws Exception {
        Files.createDirectories(home.resolve("notebooks"));
        Files.writeString(home.resolve("notebooks").resolve(name), content);
    }

    private void edit(String name, String content) throws Exception {
        Files.writeString(home.resolve("my-notebooks").resolve(name), content);
    }

    private Map<String, String> copies() throws Exception {
        Map<String, String> copies = new TreeMap<>();
        try (Stream<Path> entries = Files.list(home.resolve("my-notebooks"))) {
            for (Path entry : entries.toList()) {
                if (!entry.getFileName().toString().startsWith(".")) {
                    copies.put(entry.getFileName().toString(), Files.readString(entry));
                }
            }
        }
        return copies;
    }

    @Test
    void aLaterStartTakesOverWhatIsNewAndKeepsWhatWasEdited() throws Exception {
        edit("01-b.ipynb", "b, edited");
        edit("my-own.ipynb", "mine");
        chapter("00-a.ipynb", "a, second edition");
        chapter("02-c.ipynb", "c");
        assertEquals(List.of(), new MyNotebooks(home).refresh());
        assertEquals(
                Map.of(
                        "00-a.ipynb", "a, second edition",
                        "01-b.ipynb", "b, edited",
                        "02-c.ipynb", "c",
                        "my-own.ipynb", "mine"),
                copies());
        chapter("01-b.ipynb", "b, second edition");
        assertEquals(
                List.of("my-notebooks/01-b.ipynb has your changes and is kept; the chapter itself has changed since:"
                        + " ./lab reset 01-b.ipynb brings the new one and keeps yours."),
                notebooks.refresh());
        assertEquals("b, edited", copies().get("01-b.ipynb"));
    }

    @Test
    void aCopyIsTakenForEditedWhereNothingIsKnownOfIt() throws Exception {
        Files.delete(home.resolve("my-notebooks/.chapters.sha256"));
        chapter("00-a.ipynb", "a, second edition");
        notebooks.refresh();
        assertEquals(Map.of("00-a.ipynb", "a", "01-b.ipynb", "b"), copies());
        chapter("01-b.ipynb", "b, second edition");
        notebooks.refresh();
        assertEquals("b, second edition", copies().get("01-b.ipynb"));
    }

    @Test
    void aResetKeepsEveryEditedVersion() throws Exception {
        edit("00-a.ipynb", "first try");
        assertEquals(
                List.of("my-notebooks/00-a.ipynb is the chapter again; yours is now my-notebooks/00-a.edited-1.ipynb."),
                notebooks.reset("my-notebooks/00-a.ipynb"));
        edit("00-a.ipynb", "second try");
        notebooks.reset("00-a");
        assertEquals(
                Map.of(
                        "00-a.ipynb", "a",
                        "00-a.edited-1.ipynb", "first try",
                        "00-a.edited-2.ipynb", "second try",
                        "01-b.ipynb", "b"),
                copies());
        Files.delete(home.resolve("my-notebooks/01-b.ipynb"));
        assertEquals(
                List.of(
                        "my-notebooks/00-a.ipynb is the chapter again.",
                        "my-notebooks/01-b.ipynb is the chapter again."),
                notebooks.reset(null));
        assertEquals(4, copies().size());
    }

    @Test
    void whatCannotBeDoneIsTold() throws Exception {
        assertEquals(
                "\"my-own.ipynb\" is no chapter; ./lab reset knows 00-a.ipynb, 01-b.ipynb.",
                assertThrows(LabException.class, () -> notebooks.reset("my-own.ipynb"))
                        .getMessage());
        Path blocked = Files.createDirectories(home.resolve("other/notebooks")).getParent();
        Files.writeString(blocked.resolve("notebooks/00-a.ipynb"), "a");
        Files.writeString(blocked.resolve("my-notebooks"), "a file where the directory should be");
        String sentence = assertThrows(LabException.class, () -> new MyNotebooks(blocked).refresh())
                .getMessage();
        assertTrue(sentence.contains("cannot be written") && sentence.endsWith("start ./lab there."), sentence);
        assertThrows(LabException.class, () -> new MyNotebooks(home.resolve("nowhere")).names());
    }
}
