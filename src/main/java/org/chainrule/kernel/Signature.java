package org.chainrule.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * What a signature of JShell's speaks of.
 *
 * @param packageName empty where the signature does not say
 * @param types the class, after the classes around it
 * @param member a method or field, {@code <init>} for a constructor, empty for the class itself
 * @param parameters the simple names of the parameters' types; null if it is no method
 */
record Signature(String packageName, List<String> types, String member, List<String> parameters) {
    /** Reads "Result Type.method(T a, …) throws E", "Type(T a, …)", "Type.FIELD:type" or "some.package.Type". */
    static Signature parse(String text) {
        String plain = withoutGenerics(text);
        int open = plain.indexOf('(');
        int colon = plain.indexOf(':');
        if (open >= 0) {
            int name = plain.lastIndexOf(' ', open) + 1;
            String list = plain.substring(open + 1, plain.indexOf(')', open));
            List<String> parameters = list.isBlank()
                    ? List.of()
                    : Arrays.stream(list.split(","))
                            .map(parameter -> simple(parameter.strip().replaceFirst("\\s+\\w+$", "")))
                            .toList();
            String member = plain.substring(name, open);
            // Only a constructor has no result in front.
            return of(name == 0 ? member + ".<init>" : member, true, parameters);
        }
        return of(colon < 0 ? plain : plain.substring(0, colon), colon >= 0, null);
    }

    private static Signature of(String name, boolean hasMember, List<String> parameters) {
        List<String> words = List.of(name.split("\\."));
        int end = hasMember ? words.size() - 1 : words.size();
        int first = 0;
        while (first < end - 1 && Character.isLowerCase(words.get(first).charAt(0))) {
            first++;
        }
        return new Signature(
                String.join(".", words.subList(0, first)),
                words.subList(first, Math.max(end, first)),
                hasMember ? words.get(end) : "",
                parameters);
    }

    /** A type without package, type parameters and annotations; a variable number of arguments is an array. */
    static String simple(String type) {
        String plain = withoutGenerics(type).replace("...", "[]").strip();
        return plain.replaceAll("^(@\\S+\\s+)*", "").replaceAll("(\\w+\\.)+", "");
    }

    private static String withoutGenerics(String text) {
        String plain = text;
        for (String before = ""; !before.equals(plain); ) {
            before = plain;
            plain = plain.replaceAll("<[^<>]*>", "");
        }
        return plain.strip();
    }
}
