package org.chainrule.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file is said in words, with the entry and what to do. */
class HostileFilesTest {
    @TempDir
    Path directory;

    private byte[] saved;
    private Map<String, byte[]> entries;

    @BeforeEach
    void save() throws IOException {
        saved = NpzFiles.saved();
        entries = NpzFiles.entriesOf(saved);
    }

    @Test
    void aFileThatIsNoneAtAll() throws Exception {
        Path missing = directory.resolve("missing.npz");
        String words = assertThrows(ModelFileException.class, () -> Models.load(missing))
                .getMessage();
        assertEquals(
                missing + ": there is no such file in " + directory + "; give its path from there, or from /", words);
        assertTrue(assertThrows(ModelFileException.class, () -> Models.load(directory))
                .getMessage()
                .contains("this is a directory"));
        assertRefused(new byte[0], "the file is empty");
        assertRefused("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "this is no .npz file: it begins with \"a,b?1,\"");
        assertRefused(entries.get("layer1.W.npy"), "this is a single array, as np.save writes it");
    }

    @Test
    void aFileThatIsCutOffAnywhere() {
        for (int length = 4; length < saved.length; length++) {
            assertRefused(Arrays.copyOf(saved, length), "the file is cut off or damaged");
        }
    }

    @Test
    void aBitThatFlippedInAnArray() {
        String text = new String(saved, StandardCharsets.ISO_8859_1);
        byte[] flipped = saved.clone();
        flipped[text.indexOf("\n", text.indexOf("layer1.W.npy")) + 1] ^= 1;
        assertRefused(flipped, "entry layer1.W is damaged: its checksum is not the one that was stored with it");
    }

    @Test
    void whatIsMissingOrTooMuchIsNamed() throws Exception {
        for (String name : List.of("layer1.W", "layer2.activation", "scaler.std", "target_names", "architecture")) {
            byte[] array = entries.remove(name + ".npy");
            assertRefused("there is no entry " + name);
            entries.put(name + ".npy", array);
        }
        byte[] b = entries.remove("layer1.b.npy");
        entries.put("layer1.B.npy", b);
        assertRefused("there is more than a model in it: layer1.B; is a name mistyped?");
        entries.remove("layer1.B.npy");
        entries.put("layer1.b.npy", b);
        entries.put("../../etc/passwd", new byte[0]);
        assertRefused("there is more than a model in it: ../../etc/passwd");
    }

    @Test
    void aFileOfAnotherProgram() throws Exception {
        entries.put(
                "format.npy", NpzFiles.npy("{'descr': '<U1', 'fortran_order': False, 'shape': (), }", numbers('x')));
        assertRefused("entry format is \"x\" instead of \"chainrule model\"; the file belongs to another program");
        entries.remove("format.npy");
        assertRefused("there is no entry format, so this is no model; give it format=\"chainrule model\", version=1");
    }

    @Test
    void aFileOfANewerVersion() throws Exception {
        entries.put("version.npy", NpzFiles.npy("{'descr': '<i4', 'fortran_order': False, 'shape': (), }", numbers(2)));
        assertRefused(
                "the file is in version 2, but this is a Chainrule that reads version 1; a newer one may read it");
    }

    @Test
    void anEntryThatIsThereTwice() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("version.npy", "versioN.npy")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        String twice = bytes.toString(StandardCharsets.ISO_8859_1).replace("versioN", "version");
        assertRefused(twice.getBytes(StandardCharsets.ISO_8859_1), "the entry version is there twice");
    }

    /** Each of these headers stands before 48 bytes, as six doubles have, in the place of layer1.W, 2×3. */
    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', textBlock = """
            <f8 # False # (2, 4)               # holds numbers of shape (2, 4), but should hold numbers of shape (2, 3)
            <f8 # False # (6,)                 # holds numbers of shape (6), but should
            <f8 # False # (-2, 3)              # has the header
            <f8 # False # (2, 3, 1)            # has the shape (2, 3, 1); what a model holds has at most 2 dimensions
            <f8 # False # (99999999999999999999, 3) # has the shape
            <f8 # False # (2, 999999999999)    # holds numbers of shape (2, 999999999999), but should
            <f4 # False # (2, 3)               # holds more bytes than its shape (2, 3) says
            <c16 # False # (2, 3)              # is of the type "<c16", which is not read here; save numbers with astype(np.float64)
            <f2 # False # (2, 3)               # is of the type "<f2", which is not read here
            |O  # False # (2, 3)               # holds Python objects (pickle), which can run code when they are read
            |S8 # False # (2, 3)               # is of the type "|S8"
            <U2 # False # (2, 3)               # holds texts of shape (2, 3), but should hold numbers
            <U0 # False # (2, 3)               # has texts of up to 0 characters
            <U99999 # False # (2, 3)           # has texts of up to 99999 characters; a name has from 1 to 10000
            <f8 # Maybe # (2, 3)               # has the header
            <f8; rm -rf # False # (2, 3)       # is of the type "<f8; rm -rf"
            """)
    void anArrayThatIsNotTheOne(String type, String order, String shape, String words) throws Exception {
        String header = "{'descr': '" + type + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }";
        entries.put("layer1.W.npy", NpzFiles.npy(header, new byte[48]));
        assertRefused("entry layer1.W " + words);
    }

    @Test
    void numbersThatAreNone() throws Exception {
        double[] W = {1, 2, 3, 4, 5, Double.NaN};
        entries.put("layer1.W.npy", array("(2, 3)", W));
        assertRefused("entry layer1.W, row 1, column 2: nan is not a number to compute with; did the run diverge");
        W[5] = 6;
        entries.put("layer1.W.npy", array("(2, 3)", W));
        entries.put("scaler.std.npy", array("(2,)", 1, 0));
        assertRefused("entry scaler.std, column 1: 0.0 is no standard deviation to divide by");
        entries.put("scaler.std.npy", array("(2,)", 1, 1));
        entries.put("architecture.npy", array("(3,)", 2, 3.5, 3));
        assertRefused("entry architecture, number 1: 3.5 is no number of units");
        entries.put("architecture.npy", array("(1,)", 2));
        assertRefused("entry architecture holds numbers of shape (1), but should hold a list of 2 to 13 numbers");
    }

    /** More units than memory: refused because the matrix would not fit into the file, before anything is made. */
    @Test
    void anArchitectureTooLargeForAnyMemory() throws Exception {
        entries.put("architecture.npy", array("(3,)", 2e9, 1, 3));
        entries.put("layer1.W.npy", array("(2000000000, 1)", 1, 2));
        assertRefused("entry layer1.W should have 16000000000 bytes for the shape (2000000000, 1), but has ");
    }

    /** A gigabyte of zeros makes a megabyte, and would be right in all its sizes. */
    @Test
    void aBombIsRefusedBeforeItTakesMemory() throws Exception {
        long entriesOfTheBomb = Runtime.getRuntime().maxMemory() / 4 / 8 + 1;
        byte[] header = NpzFiles.npy(
                "{'descr': '|b1', 'fortran_order': False, 'shape': (1, " + entriesOfTheBomb + "), }", new byte[0]);
        Path file = directory.resolve("bomb.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entries.put("architecture.npy", array("(3,)", 1, entriesOfTheBomb, 3));
            for (String name : List.of("format.npy", "version.npy", "architecture.npy")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(entries.get(name));
            }
            zip.putNextEntry(new ZipEntry("layer1.W.npy"));
            zip.write(header);
            byte[] zeros = new byte[1 << 16];
            for (long left = entriesOfTheBomb; left > 0; left -= zeros.length) {
                zip.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        }
        String words =
                assertThrows(ModelFileException.class, () -> Models.load(file)).getMessage();
        assertTrue(words.contains("entry layer1.W needs "), words);
        assertTrue(words.contains("if you trust the file, start Java with more, such as -Xmx8g"), words);
    }

    @Test
    void textsThatAreNone() throws Exception {
        entries.put(
                "layer1.activation.npy",
                NpzFiles.npy("{'descr': '<U2', 'fortran_order': False, 'shape': (), }", numbers('g', 0x7fffffff)));
        assertRefused("entry layer1.activation holds a text with 2147483647, which is the number of no character");
        entries.put(
                "layer1.activation.npy",
                NpzFiles.npy("{'descr': '<U4', 'fortran_order': False, 'shape': (), }", numbers('g', 'e', 'l', 'u')));
        assertRefused(
                "entry layer1.activation: \"gelu\" is no activation that is known here; there are [sigmoid, tanh");
    }

    @Test
    void theSameNameForTwoInputs() throws Exception {
        entries.put(
                "input_names.npy",
                NpzFiles.npy("{'descr': '<U1', 'fortran_order': False, 'shape': (2,), }", numbers('a', 'a')));
        assertRefused("two inputs are named \"a\"");
    }

    private void assertRefused(String words) throws IOException {
        assertRefused(NpzFiles.zip(new LinkedHashMap<>(entries)), words);
    }

    private void assertRefused(byte[] bytes, String words) {
        Path file = directory.resolve("refused.npz");
        String message = assertThrows(ModelFileException.class, () -> Models.load(Files.write(file, bytes)))
                .getMessage();
        assertTrue(message.startsWith(file + ": " + words), message);
    }

    private static byte[] array(String shape, double... numbers) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(Double.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(numbers).forEach(data::putDouble);
        return NpzFiles.npy("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }", data.array());
    }

    private static byte[] numbers(int... numbers) {
        ByteBuffer data = ByteBuffer.allocate(Integer.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(numbers).forEach(data::putInt);
        return data.array();
    }
}
