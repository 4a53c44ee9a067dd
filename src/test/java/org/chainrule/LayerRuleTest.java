package org.chainrule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A room imports only rooms listed before it. */
class LayerRuleTest {
    private static final List<String> ROOMS = List.of(
            "numpy",
            "data",
            "network",
            "training",
            "explain",
            "export",
            "tables",
            "plot",
            "sources",
            "notebook",
            "kernel",
            "lab");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.chainrule");

    @TestFactory
    List<DynamicTest> importsPointOneWay() {
        return IntStream.range(0, ROOMS.size() - 1)
                .mapToObj(i -> DynamicTest.dynamicTest(
                        ROOMS.get(i),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(room(ROOMS.get(i)))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(ROOMS.subList(i + 1, ROOMS.size()).stream()
                                        .map(LayerRuleTest::room)
                                        .toArray(String[]::new))
                                .check(CLASSES)))
                .toList();
    }

    @Test
    void everyClassLivesInARoom() {
        noClasses()
                .should()
                .resideOutsideOfPackages(ROOMS.stream().map(LayerRuleTest::room).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void onlyNotebookKernelAndLabKnowTheSources() {
        noClasses()
                .that()
                .resideOutsideOfPackages(room("sources"), room("notebook"), room("kernel"), room("lab"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(room("sources"))
                .check(CLASSES);
    }

    @Test
    void onlyThePlotRoomAndAboveDraw() {
        noClasses()
                .that()
                .resideOutsideOfPackages(room("plot"), room("notebook"), room("kernel"), room("lab"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.imageio..", "org.knowm.xchart..")
                .check(CLASSES);
    }

    @Test
    void onlyTheTablesRoomAndOneRenderingNeedTablesaw() {
        noClasses()
                .that()
                .resideOutsideOfPackage(room("tables"))
                .and()
                .doNotHaveFullyQualifiedName("org.chainrule.notebook.TablesawRendering")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tech.tablesaw..", "it.unimi..", "org.slf4j..")
                .check(CLASSES);
    }

    @Test
    void onlyOneClassNeedsTheMessagesOfOnnx() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.chainrule.export.OnnxGraph")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.onnx..", "com.google.protobuf..", "org.tribuo..")
                .check(CLASSES);
    }

    @Test
    void onlyNotebookKernelAndLabTouchAKernel() {
        noClasses()
                .that()
                .resideOutsideOfPackages(room("notebook"), room("kernel"), room("lab"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.spencerpark..",
                        "org.dflib..",
                        "org.rapaio..",
                        "org.zeromq..",
                        "com.google.gson..",
                        "jdk.jshell..")
                .check(CLASSES);
    }

    private static String room(String name) {
        return "org.chainrule." + name + "..";
    }
}
