package org.chainrule.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of words and numbers, as aligned text and as HTML in which nothing is taken for markup. */
final class Table {
    private final String caption;
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String caption, String... head) {
        this.caption = caption;
        this.head = List.of(head);
    }

    Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        rows.add(row);
        return this;
    }

    MimeBundle bundle() {
        return bundle(text());
    }

    /** With other words where only text can be shown. */
    MimeBundle bundle(String text) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("text/plain", text);
        forms.put("text/html", html());
        return MimeBundle.of(forms);
    }

    String text() {
        StringBuilder text = new StringBuilder(caption);
        line(head, text);
        rows.forEach(row -> line(row, text));
        return text.toString();
    }

    String html() {
        StringBuilder html =
                new StringBuilder("<table><caption>").append(escaped(caption)).append("</caption>");
        html.append("<thead><tr>");
        head.forEach(
                cell -> html.append("<th scope=\"col\">").append(escaped(cell)).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            html.append("\n<tr>");
            row.forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("$", "&#36;");
    }

    private void line(List<String> cells, StringBuilder text) {
        text.append('\n');
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(cell).append(" ".repeat(width(column) - cell.length() + 2));
        }
        text.append(line.toString().stripTrailing());
    }

    private int width(int column) {
        int width = head.get(column).length();
        for (List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }
}
