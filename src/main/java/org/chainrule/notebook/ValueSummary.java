package org.chainrule.notebook;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import org.chainrule.numpy.NumpyFormat;
import org.ejml.simple.SimpleMatrix;

/** A value at a glance: its shape or size rather than its content. Never runs code of the user, which might not end. */
public final class ValueSummary {
    private static final int SHOWN_CHARS = 60;

    private ValueSummary() {}

    /** A line or a few; empty where there is nothing brief to say about a value of that type. */
    public static String of(Object value) {
        if (value instanceof SimpleMatrix matrix) {
            return matrix.getNumRows() + "×" + matrix.getNumCols() + " matrix";
        }
        if (value instanceof CharSequence text && isOf("java.", value)) {
            return text(text.toString());
        }
        if (value instanceof Double || value instanceof Float) {
            return NumpyFormat.repr(((Number) value).doubleValue());
        }
        if (value instanceof Number || value instanceof Boolean || value instanceof Character) {
            return isOf("java.", value) ? value.toString() : "";
        }
        if (value instanceof Collection<?> collection && isOf("java.", value)) {
            return "size " + collection.size();
        }
        if (value instanceof Map<?, ?> map && isOf("java.", value)) {
            return "size " + map.size();
        }
        if (value != null && value.getClass().isArray()) {
            return array(value);
        }
        if (TablesawName.isOf(value)) {
            return TablesawRendering.shape(value);
        }
        return value != null && isOf("org.chainrule.", value) ? value.toString() : "";
    }

    private static boolean isOf(String packages, Object value) {
        return value.getClass().getName().startsWith(packages);
    }

    private static String text(String text) {
        String start = text.length() <= SHOWN_CHARS ? text : text.substring(0, SHOWN_CHARS) + "…";
        return "\"" + start.replace("\n", "\\n") + "\", " + text.length() + " characters";
    }

    private static String array(Object array) {
        StringBuilder shape = new StringBuilder();
        Class<?> type = array.getClass();
        for (Object at = array; type.isArray(); type = type.getComponentType()) {
            shape.append('[').append(at == null ? "" : Array.getLength(at)).append(']');
            at = at != null
                            && Array.getLength(at) > 0
                            && type.getComponentType().isArray()
                    ? Array.get(at, 0)
                    : null;
        }
        return type.getSimpleName() + shape;
    }
}
