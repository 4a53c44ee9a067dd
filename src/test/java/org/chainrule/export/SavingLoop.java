package org.chainrule.export;

import java.nio.file.Path;
import java.util.List;
import org.chainrule.network.Model;

/** Saves two models in turn until it is killed. */
public final class SavingLoop {
    private static final int UNITS = 300;

    static final List<Model> MODELS = List.of(SomeModels.constant(UNITS, 1), SomeModels.constant(UNITS, 2));

    private SavingLoop() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        for (int save = 0; ; save++) {
            Models.save(MODELS.get(save % 2), file);
            if (save == 0) {
                System.out.print('s');
                System.out.flush();
            }
        }
    }
}
