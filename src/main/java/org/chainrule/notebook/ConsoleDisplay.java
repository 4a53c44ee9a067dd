package org.chainrule.notebook;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Prints the text of every output: for plain JShell and for tests, where nothing can be replaced in place. */
public final class ConsoleDisplay implements Display {
    private final PrintStream out;
    private final AtomicInteger outputs = new AtomicInteger();
    private final Map<String, String> lastText = new ConcurrentHashMap<>();

    public ConsoleDisplay(PrintStream out) {
        this.out = out;
    }

    @Override
    public String publish(MimeBundle bundle) {
        String id = "output-" + outputs.incrementAndGet();
        update(id, bundle);
        return id;
    }

    /** Prints the text again only where it has changed: most frames of a live plot differ in the picture alone. */
    @Override
    public void update(String id, MimeBundle bundle) {
        String text = bundle.plainText();
        if (!text.equals(lastText.put(id, text))) {
            out.println(text);
        }
    }
}
