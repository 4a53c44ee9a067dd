package org.chainrule.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ejml.simple.SimpleMatrix;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Whatever a name or a cell holds, each type looks as it does with a harmless one: the same elements and attributes. */
class HostileNamesTest {
    private static final String HARMLESS = "name";
    private static final Set<String> FORMS = Set.of("text/plain", "text/html", "text/latex", "image/png");
    /** What may differ: words for who cannot see the picture, and the picture itself. */
    private static final Set<String> FREE = Set.of("alt", "src");

    private static final PrintStream ERRORS = System.err;
    private static final Map<String, List<String>> WITH_HARMLESS = new LinkedHashMap<>();

    static {
        new NamedThings(HARMLESS).bundles().forEach((what, bundle) -> WITH_HARMLESS.put(what, structure(bundle)));
    }

    /** A run writes there what failed, and its listener fails with the name. */
    @BeforeEach
    void silenceErrors() {
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    }

    @AfterEach
    void restoreErrors() {
        System.setErr(ERRORS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>",
                "\"><script>alert(1)</script>",
                "' onmouseover='alert(1)",
                "\" onload=\"alert(1)",
                "& &lt;b&gt; &#60;i&#62;",
                "</svg></title><script>alert(1)</script>",
                "</table></div></td><iframe src=x>",
                "<!-- --><![CDATA[ ]]>",
                "back\\slash \\(x\\) \\[y\\] \\begin{align}z\\end{align}",
                "$x^2$ $$y$$ $\\href{javascript:alert(1)}{z}$",
                "line\nline\r\nline\ttab\u2028line",
                "\u202eright to left\u202c \u2067isolate\u2069",
                "nul\0 bell\u0007 escape\u001b[31m next\u0085 \ufffe \uffff \ud800",
                "\ud835\udc64 é ש \u200f"
            })
    void namesAreText(String name) {
        assertSame(name);
    }

    @Test
    void evenLongOnes() {
        assertSame("<b>$x$ \"&".repeat(10_000 / 9));
    }

    @Test
    void everyTypeWithARenderingIsAsked() {
        Set<Class<?>> left = new HashSet<>(Renderings.byType().keySet());
        left.removeAll(Set.of(double[].class, double[][].class, SimpleMatrix.class));
        new NamedThings(HARMLESS).objects().values().forEach(object -> left.removeIf(type -> type.isInstance(object)));
        assertEquals(Set.of(), left, "these types are not among the named things");
    }

    private static void assertSame(String name) {
        new NamedThings(name).bundles().forEach((what, bundle) -> {
            assertEquals(WITH_HARMLESS.get(what), structure(bundle), what + " named " + name);
        });
    }

    /** The forms of a bundle, and of HTML, of SVG in it and of LaTeX what is not text. */
    private static List<String> structure(MimeBundle bundle) {
        List<String> structure = new ArrayList<>(bundle.data().keySet());
        assertTrue(FORMS.containsAll(structure), structure.toString());
        if (bundle.data().get("text/html") instanceof String html) {
            addElements(Jsoup.parseBodyFragment(html).body(), structure);
        }
        if (bundle.data().get("text/latex") instanceof String latex) {
            structure.add(latex);
        }
        return structure;
    }

    /** A picture is as large as the name in it needs, but its size is a number. */
    private static String withoutSize(String value) {
        return value.matches("[0-9]+") ? "number" : value;
    }

    private static void addElements(Element parent, List<String> structure) {
        for (TextNode text : parent.textNodes()) {
            boolean isGuarded =
                    parent.normalName().equals("span") && text.getWholeText().length() == 1;
            assertTrue(isGuarded || !text.getWholeText().matches("(?s).*[$\\\\].*"), "a formula: " + text);
            assertTrue(text.getWholeText().codePoints().noneMatch(HostileNamesTest::isControl), "control characters");
        }
        for (Element element : parent.children()) {
            if (isGuard(element)) {
                addElements(element, structure);
                continue;
            }
            StringBuilder start = new StringBuilder(element.tagName());
            element.attributes()
                    .forEach(attribute -> start.append(' ')
                            .append(attribute.getKey())
                            .append(FREE.contains(attribute.getKey()) ? "" : "=" + withoutSize(attribute.getValue())));
            structure.add(start.toString());
            if (element.attr("src").startsWith("data:image/svg+xml;base64,")) {
                addSvg(element.attr("src").split(",")[1], structure);
            }
            addElements(element, structure);
        }
    }

    /** The one element that stands in a text of ours: around a character that could begin a formula. */
    private static boolean isGuard(Element element) {
        return element.tagName().equals("span")
                && element.attributes().isEmpty()
                && element.wholeText().matches("[$\\\\]");
    }

    private static boolean isControl(int c) {
        return c != '\n' && Character.isISOControl(c) || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }

    private static void addSvg(String base64, List<String> structure) {
        String svg = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        try {
            addNodes(
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(svg))),
                    structure);
        } catch (Exception malformed) {
            throw new AssertionError("not XML: " + svg, malformed);
        }
    }

    private static void addNodes(Node parent, List<String> structure) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() != Node.TEXT_NODE) {
                StringBuilder start = new StringBuilder(node.getNodeName());
                for (int i = 0; i < node.getAttributes().getLength(); i++) {
                    start.append(' ').append(node.getAttributes().item(i));
                }
                structure.add(start.toString());
                addNodes(node, structure);
            }
        }
    }
}
