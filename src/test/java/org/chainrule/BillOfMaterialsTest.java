package org.chainrule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users get with the library, by what the build resolved: its licences, and what docs/trust.md says of them. */
class BillOfMaterialsTest {
    private static final Path DOCUMENT = Path.of("docs", "trust.md");
    private static final String BILL = "/META-INF/sbom/chainrule.cdx.json";
    /** Licences whose code may be used by and beside code under Apache-2.0, unchanged. */
    private static final Set<String> COMPATIBLE =
            Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "MPL-2.0");

    /** A dependency with a version and a licence. */
    private record Dependency(String name, String version, String licence) {
        /** Whether a line of the document, in which a name may end in *, is about this one. */
        boolean isIn(Dependency line) {
            String start = line.name.replaceFirst("\\*$", "");
            boolean named = start.equals(line.name) ? name.equals(start) : name.startsWith(start);
            return named && version.equals(line.version) && licence.equals(line.licence);
        }
    }

    @BeforeEach
    void theBillIsMadeByMavenWithANetwork() {
        boolean isOffline = "offline: true".equals(System.getProperty("chainrule.maven"));
        assumeFalse(isOffline && getClass().getResource(BILL) == null, "mvn -o makes no bill of materials");
    }

    private static List<Dependency> resolved() throws IOException {
        List<Dependency> dependencies = new ArrayList<>();
        try (InputStream bill = BillOfMaterialsTest.class.getResourceAsStream(BILL)) {
            assertNotNull(bill, "the build made no " + BILL);
            JsonObject root = JsonParser.parseString(new String(bill.readAllBytes(), StandardCharsets.UTF_8))
                    .getAsJsonObject();
            for (JsonElement element : root.getAsJsonArray("components")) {
                JsonObject component = element.getAsJsonObject();
                String name = component.get("group").getAsString() + ":"
                        + component.get("name").getAsString();
                dependencies.add(
                        new Dependency(name, component.get("version").getAsString(), licence(name, component)));
            }
        }
        return dependencies;
    }

    private static String licence(String name, JsonObject component) {
        assertTrue(component.has("licenses"), name + " has no licence");
        JsonObject licence =
                component.getAsJsonArray("licenses").get(0).getAsJsonObject().getAsJsonObject("license");
        String words = licence.get(licence.has("id") ? "id" : "name").getAsString();
        return words.equals("Mozilla Public License version 2.0") ? "MPL-2.0" : words;
    }

    private static List<Dependency> documented() throws IOException {
        return Files.readString(DOCUMENT)
                .lines()
                .filter(line -> line.matches("\\| [a-z0-9.]+:\\S+ \\|.*"))
                .map(line -> line.split(" *\\| *"))
                .map(cells -> new Dependency(cells[1], cells[2], cells[3]))
                .toList();
    }

    @Test
    void everyLicenceGoesWithApache() throws IOException {
        Set<String> licences = new TreeSet<>();
        resolved().forEach(dependency -> licences.add(dependency.licence()));
        assertTrue(COMPATIBLE.containsAll(licences), licences.toString());
    }

    @Test
    void theDocumentNamesEveryDependencyAndNoOther() throws IOException {
        List<Dependency> documented = documented();
        List<Dependency> resolved = resolved();
        assertEquals(
                List.of(),
                resolved.stream()
                        .filter(one -> documented.stream().noneMatch(one::isIn))
                        .toList(),
                "not in " + DOCUMENT);
        assertEquals(
                List.of(),
                documented.stream()
                        .filter(line -> resolved.stream().noneMatch(one -> one.isIn(line)))
                        .toList(),
                "no longer there");
    }
}
