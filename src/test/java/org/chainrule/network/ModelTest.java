package org.chainrule.network;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.chainrule.data.DataException;
import org.chainrule.data.Scaler;
import org.chainrule.data.ShapeException;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class ModelTest {
    /** Class k gets the weighted sum x(k): of three inputs the largest wins. */
    private static final Network LARGEST = Network.of(Dense.withoutBias(SimpleMatrix.identity(3), SOFTMAX));

    private static final Scaler SCALER = Scaler.of(new double[] {10, 20, 30}, new double[] {1, 2, 3});
    private static final Model MODEL = Model.of(LARGEST)
            .scaledBy(SCALER)
            .named(List.of("length", "width", "height"), List.of("long", "wide", "high"));

    @Test
    void samplesAreTakenAsTheyWereMeasured() {
        SimpleMatrix X = new SimpleMatrix(new double[][] {{11, 20, 30}, {10, 20, 36}});
        assertTrue(MODEL.predict(X).isIdentical(LARGEST.predict(SCALER.apply(X)), 0));
        assertTrue(MODEL.predict(11, 20, 30).isIdentical(LARGEST.predict(1, 0, 0), 0));
        assertTrue(Model.of(LARGEST).predict(1, 2, 3).isIdentical(LARGEST.predict(1, 2, 3), 0));
    }

    @Test
    void aPredictionHasTheNamesOfTheClasses() {
        Prediction prediction = MODEL.prediction(10, 20, 36);
        assertEquals("high", prediction.className());
        assertEquals("high, with probability 0.787", prediction.toString());
        assertEquals(
                "high, with probability 0.9999", MODEL.prediction(10, 20, 60).toString());
        assertEquals("high, with probability 1", MODEL.prediction(10, 20, 300).toString());
        assertEquals(List.of("long", "wide", "high"), prediction.names());
        assertArrayEquals(LARGEST.predict(0, 0, 2).getDDRM().data, prediction.values());
        assertEquals(LARGEST.predict(0, 0, 2).get(0, 1), prediction.value("wide"));
        assertEquals(prediction.values()[0], prediction.value("long"));
        assertEquals(List.of("class", "probability"), prediction.columns());
        assertEquals(List.of("long", prediction.values()[0]), prediction.cells().get(0));
        assertThrows(IllegalArgumentException.class, () -> prediction.value("Wide"));
    }

    @Test
    void aSampleIsGivenByNameInAnyOrder() {
        Prediction byName = MODEL.prediction(Map.of("height", 36.0, "length", 10.0, "width", 20.0));
        assertArrayEquals(MODEL.prediction(10, 20, 36).values(), byName.values());
        assertWords("no number for the input \"width\"", Map.of("length", 1.0, "height", 2.0));
        assertWords("no input \"weight\"", Map.of("length", 1.0, "height", 2.0, "width", 3.0, "weight", 3.0));
        assertThrows(
                DataException.class, () -> MODEL.prediction(Map.of("length", 1.0, "height", Double.NaN, "width", 3.0)));
    }

    private static void assertWords(String words, Map<String, Double> sample) {
        String message = assertThrows(IllegalArgumentException.class, () -> MODEL.prediction(sample))
                .getMessage();
        assertTrue(message.contains(words), message);
    }

    @Test
    void aPredictionOfValuesHasNoClass() {
        Model model = Model.of(Network.of(Dense.withoutBias(SimpleMatrix.identity(2), IDENTITY)));
        Prediction prediction = model.prediction(0.5, 2);
        assertEquals("y₀ = 0.5, y₁ = 2", prediction.toString());
        assertEquals(List.of("target", "value"), prediction.columns());
        String words =
                assertThrows(IllegalStateException.class, prediction::className).getMessage();
        assertTrue(words.contains("value(\"y₀\")"), words);
        assertFalse(model.isNamed());
    }

    @Test
    void oneSoftmaxUnitIsNoClass() {
        Model model = Model.of(Network.of(Dense.withoutBias(SimpleMatrix.identity(1), SOFTMAX)));
        assertThrows(IllegalStateException.class, model.prediction(3)::className);
    }

    @Test
    void whatDoesNotFitTheNetworkIsRefused() {
        Scaler two = Scaler.of(new double[2], new double[] {1, 1});
        assertThrows(ShapeException.class, () -> MODEL.scaledBy(two));
        assertThrows(ShapeException.class, () -> MODEL.named(List.of("a"), List.of("a", "b", "c")));
        assertThrows(IllegalArgumentException.class, () -> MODEL.named(List.of("a", "b", "a"), List.of("a", "b", "c")));
        assertEquals(
                "the network expects 3 inputs, but a sample has 2 numbers; a sample is a row of X, n×3",
                assertThrows(ShapeException.class, () -> MODEL.predict(1, 2)).getMessage());
        assertThrows(DataException.class, () -> MODEL.predict(1, 2, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Model.of(null));
    }

    @Test
    void modelsAreEqualByTheirContent() {
        Model same =
                Model.of(LARGEST).named(MODEL.inputNames(), MODEL.targetNames()).scaledBy(SCALER);
        assertEquals(MODEL, same);
        assertEquals(MODEL.hashCode(), same.hashCode());
        assertNotEquals(MODEL, Model.of(LARGEST));
        assertNotEquals(MODEL.hashCode(), Model.of(LARGEST).hashCode());
        assertEquals(LARGEST, MODEL.network());
        assertEquals(SCALER, MODEL.scaler().orElseThrow());
        assertTrue(MODEL.isNamed());
        assertEquals("Model: Network 3-3 (9 parameters), with a scaler", MODEL.toString());
    }
}
