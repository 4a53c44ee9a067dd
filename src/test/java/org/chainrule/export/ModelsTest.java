package org.chainrule.export;

import static org.chainrule.network.Activation.RELU;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.network.Model;
import org.chainrule.network.Network;
import org.chainrule.network.RandomNetworks;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
    @TempDir
    Path directory;

    @Test
    void everyNetworkComesBackToTheLastBit() throws Exception {
        for (long seed = 0; seed < 200; seed++) {
            RandomNetworks random = RandomNetworks.draw(seed);
            Path file = directory.resolve("network.npz");
            Models.save(random.network(), file);
            Model loaded = Models.load(file);
            assertEquals(Model.of(random.network()), loaded);
            assertArrayEquals(random.network().parameters(), loaded.network().parameters());
            assertTrue(random.network().predict(random.X()).isIdentical(loaded.predict(random.X()), 0));
        }
    }

    @Test
    void aModelComesBackWithScalerAndNames() throws Exception {
        Path file = directory.resolve("model.npz");
        Model model = SomeModels.complete();
        Models.save(model, file);
        Model loaded = Models.load(file);
        assertEquals(model, loaded);
        assertEquals(model.scaler(), loaded.scaler());
        assertEquals(List.of("Länge", "width"), loaded.inputNames());
        assertEquals(List.of("a", "日本", "🌱 seedling"), loaded.targetNames());
        assertEquals(model.prediction(1, 2).toString(), loaded.prediction(1, 2).toString());
        Models.save(Model.of(model.network()), file);
        assertEquals(Optional.empty(), Models.load(file).scaler());
        assertFalse(Models.load(file).isNamed());
    }

    @Test
    void theSameModelGivesTheSameBytesUnderNamesThatAPersonUnderstands() throws Exception {
        Path one = directory.resolve("one.npz");
        Path two = directory.resolve("two.npz");
        Models.save(SomeModels.complete(), one);
        Models.save(SomeModels.complete(), two);
        assertEquals(-1, Files.mismatch(one, two));
        assertEquals(
                Set.of(
                        "format.npy",
                        "version.npy",
                        "architecture.npy",
                        "layer1.W.npy",
                        "layer1.b.npy",
                        "layer1.activation.npy",
                        "layer2.W.npy",
                        "layer2.b.npy",
                        "layer2.activation.npy",
                        "scaler.mean.npy",
                        "scaler.std.npy",
                        "input_names.npy",
                        "target_names.npy"),
                entries(one));
    }

    private static Set<String> entries(Path file) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                names.add(entries.nextElement().getName());
            }
        }
        return names;
    }

    @Test
    void anActivationOfYourOwnIsRefusedWhateverItIsCalled() {
        Activation own = Activation.of("relu", z -> z * z, (z, a) -> 2 * z);
        Network network = Network.of(
                Dense.withoutBias(SimpleMatrix.identity(2), RELU), Dense.withoutBias(SimpleMatrix.identity(2), own));
        Path file = directory.resolve("own.npz");
        String words = assertThrows(ModelFileException.class, () -> Models.save(network, file))
                .getMessage();
        assertTrue(words.startsWith("layer 2 has the activation relu, which is code of your own"), words);
        assertFalse(Files.exists(file));
    }

    @Test
    void aNameThatNoFileHoldsIsRefusedAndNothingIsLeft() throws Exception {
        Model model = SomeModels.complete();
        for (String name : List.of("x".repeat(10_001), "ends in NUL\0")) {
            Model misnamed = model.named(List.of(name, "width"), model.targetNames());
            assertThrows(ModelFileException.class, () -> Models.save(misnamed, directory.resolve("model.npz")));
        }
        try (var left = Files.list(directory)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void nothingIsSavedWithoutAModelOrAFile() {
        assertThrows(IllegalArgumentException.class, () -> Models.save((Model) null, directory.resolve("x")));
        assertThrows(IllegalArgumentException.class, () -> Models.save(SomeModels.complete(), null));
        assertThrows(IllegalArgumentException.class, () -> Models.load(null));
    }
}
