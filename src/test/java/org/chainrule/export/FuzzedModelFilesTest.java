package org.chainrule.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chainrule.network.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that was changed somewhere is a model or a named exception, within little memory: nothing else. */
class FuzzedModelFilesTest {
    private static final int MUTATIONS = 50_000;

    /** What may be allocated for one file of three kilobytes, the JDK's own zip reader included: Deflate can give 1,032 times as much. */
    private static final long MOST_BYTES = 4_000_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path directory;

    private int models;
    private int refused;
    private long mostBytes;

    /** The zip file knows the checksum of each array: what is changed outside them must not change the model. */
    @Test
    void aChangedZipFileIsTheSameModelOrRefused() throws Exception {
        byte[] saved = NpzFiles.saved();
        Model model = SomeModels.complete();
        Random random = new Random(1);
        for (int i = 0; i < MUTATIONS; i++) {
            Model loaded = load(mutated(saved, random), i);
            assertTrue(loaded == null || loaded.equals(model), "mutation " + i + " gave another model");
        }
        report("of the zip file");
    }

    @Test
    void aChangedArrayUnderARightChecksumIsAModelOrRefused() throws Exception {
        Map<String, byte[]> saved = NpzFiles.entriesOf(NpzFiles.saved());
        List<String> names = new ArrayList<>(saved.keySet());
        Random random = new Random(2);
        for (int i = 0; i < MUTATIONS; i++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] original = saved.get(name);
            saved.put(name, mutated(original, random));
            load(NpzFiles.zip(saved), i);
            saved.put(name, original);
        }
        report("of arrays in a whole zip file");
    }

    private Model load(byte[] bytes, int mutation) throws IOException {
        // A new file every time: what is emptied and written again goes to the disk at once.
        Path file = Files.write(directory.resolve(mutation + ".npz"), bytes);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            Model model = Models.load(file);
            models++;
            return model;
        } catch (ModelFileException e) {
            refused++;
            assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
            return null;
        } catch (Throwable e) {
            throw new AssertionError("mutation " + mutation, e);
        } finally {
            Files.delete(file);
            long bytesTaken = THREADS.getCurrentThreadAllocatedBytes() - before;
            mostBytes = Math.max(mostBytes, bytesTaken);
            assertTrue(bytesTaken <= MOST_BYTES, "mutation " + mutation + " took " + bytesTaken + " bytes");
        }
    }

    private void report(String where) {
        System.out.println(MUTATIONS + " mutations " + where + ": " + refused + " refused, " + models
                + " loaded, at most " + mostBytes + " bytes allocated");
        assertEquals(MUTATIONS, refused + models);
        assertTrue(refused > MUTATIONS / 2, "the mutations are too tame");
    }

    /** One to four changes: bits, bytes, numbers that are read as sizes, what is cut off, put in, or copied to another place. */
    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original;
        for (int change = random.nextInt(4); change >= 0 && bytes.length > 0; change--) {
            bytes = changed(bytes.clone(), random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(1 + random.nextInt(32), bytes.length - at);
        switch (random.nextInt(8)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> bytes[at] = (byte) "0123456789,()'<>fiUO{}".charAt(random.nextInt(22));
            case 3 -> {
                byte extreme = (byte) new int[] {0, 0x7f, 0x80, 0xff}[random.nextInt(4)];
                for (int i = at; i < at + Math.min(length, 8); i++) {
                    bytes[i] = extreme;
                }
            }
            case 4 -> {
                return spliced(bytes, 0, at, bytes, bytes.length, 0);
            }
            case 5 -> {
                return spliced(bytes, 0, at, bytes, at + length, bytes.length - at - length);
            }
            case 6 -> {
                byte[] inserted = new byte[length];
                random.nextBytes(inserted);
                byte[] start = spliced(bytes, 0, at, inserted, 0, length);
                return spliced(start, 0, start.length, bytes, at, bytes.length - at);
            }
            default -> System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
        }
        return bytes;
    }

    private static byte[] spliced(byte[] a, int fromA, int lengthA, byte[] b, int fromB, int lengthB) {
        byte[] both = new byte[lengthA + lengthB];
        System.arraycopy(a, fromA, both, 0, lengthA);
        System.arraycopy(b, fromB, both, lengthA, lengthB);
        return both;
    }
}
