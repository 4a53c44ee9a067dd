package org.chainrule.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table of words and numbers, as aligned text and as HTML in which nothing is taken for markup. */
final class Table {
    /** The longest cell, in characters, that a column may have. */
    private static final int WIDE = 120;

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]*(e[-+]?[0-9]+)?|nan|[-+]?inf|….*|–");

    private final String caption;
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String caption, String... head) {
        this.caption = Markup.line(caption);
        this.head = Stream.of(head).map(Markup::line).toList();
    }

    Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell == null ? "–" : Markup.line(String.valueOf(cell)));
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
        if (rows.stream().flatMap(List::stream).anyMatch(cell -> cell.length() > WIDE)) {
            rows.forEach(row -> paragraph(row, text));
        } else {
            line(head, text);
            rows.forEach(row -> line(row, text));
        }
        return text.toString();
    }

    String html() {
        StringBuilder html = new StringBuilder("<table><caption>")
                .append(Markup.text(caption))
                .append("</caption>");
        html.append("<thead><tr>");
        htmlCells("th scope=\"col\"", "th", head, html);
        html.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            html.append("\n<tr>");
            htmlCells("td", "td", row, html);
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    /**
     * Jupyter aligns cells to the right, which suits numbers, but not words. Of the ways to say otherwise only this one is
     * kept in a notebook that is not trusted.
     */
    private void htmlCells(String tag, String end, List<String> cells, StringBuilder html) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = Markup.text(cells.get(column));
            html.append('<').append(tag).append('>');
            html.append(holdsNumbers(column) ? cell : "<div align=\"left\">" + cell + "</div>");
            html.append("</").append(end).append('>');
        }
    }

    private boolean holdsNumbers(int column) {
        return rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
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

    /** A row with sentences in it, cell below cell: side by side no window would hold them. */
    private void paragraph(List<String> cells, StringBuilder text) {
        for (int column = 0; column < cells.size(); column++) {
            text.append(column == 0 ? "\n\n" : "\n    ")
                    .append(head.get(column))
                    .append(": ")
                    .append(cells.get(column));
        }
    }

    private int width(int column) {
        int width = head.get(column).length();
        for (List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }
}
