package org.chainrule.sources;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The five texts that are retraced, by the letters under which the chapters cite them. */
public enum Source {
    A("Forward and Backward Propagation", "blog post of 27 June 2022, its notebook by kwangjongchoi on Kaggle", 20),
    B("Backpropagation", "blog post of 1 March 2019", 10),
    C("Backpropagation", "a note from a collection on machine learning, without author and date", 26),
    D("Back Propagation in Neural Networks", "notebook by Nikolas Achatz, without date", 16),
    E("Backpropogation from scratch: Part I", "blog post without author and date", 18);

    private final String title;
    private final String origin;
    private final int equations;

    Source(String title, String origin, int equations) {
        this.title = title;
        this.origin = origin;
        this.equations = equations;
    }

    /**
     * The source with this letter.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Source of(String letter) {
        return Arrays.stream(values())
                .filter(source -> source.name().equals(letter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no source \"" + letter + "\"; there are " + Arrays.toString(values())));
    }

    /** As it stands above the text. */
    public String title() {
        return title;
    }

    /** Its equations, in the order in which it has them: A01, A02, … */
    public List<String> equations() {
        return IntStream.rangeClosed(1, equations)
                .mapToObj(number -> String.format(Locale.ROOT, "%s%02d", name(), number))
                .toList();
    }

    /** The room below this one that retraces it. */
    String room() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Letter, title, and who and when, as far as the text says. */
    public String citation() {
        return "source " + name() + ": “" + title + "”, " + origin;
    }
}
