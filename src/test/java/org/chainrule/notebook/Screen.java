package org.chainrule.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

/** Remembers what was shown, as a front end does. */
final class Screen implements Display {
    private final List<MimeBundle> frames = new ArrayList<>();
    private int outputs;

    @Override
    public String publish(MimeBundle bundle) {
        outputs++;
        frames.add(bundle);
        return "id-" + outputs;
    }

    @Override
    public void update(String id, MimeBundle bundle) {
        assertEquals("id-" + outputs, id);
        frames.add(bundle);
    }

    int outputs() {
        return outputs;
    }

    List<MimeBundle> frames() {
        return frames;
    }

    MimeBundle last() {
        return frames.get(frames.size() - 1);
    }
}
