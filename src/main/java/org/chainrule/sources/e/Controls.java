package org.chainrule.sources.e;

import java.util.Map;
import org.chainrule.network.Network;
import org.chainrule.sources.NegativeControl;
import org.chainrule.sources.e.PrintedDerivation.Mistake;

/** The gradients that source E's mistakes spoil, by the numbers of the mistakes. */
final class Controls {
    private Controls() {}

    static Map<Integer, NegativeControl> all() {
        Network unequal = SourceE.network();
        Network equal = SourceE.equalWidths();
        return Map.of(
                10, control(unequal, PrintedDerivation.with(Mistake.NO_BIAS_IN_THE_SUMS)),
                13, control(equal, PrintedDerivation.with(Mistake.ERROR_OF_THE_LAST_LAYER)),
                14, control(equal, PrintedDerivation.with(Mistake.GRADIENT_OF_THE_LAST_LAYER)),
                15, control(unequal, PrintedDerivation.with(Mistake.NO_BIAS_IN_THE_DERIVATIVE)),
                16, control(unequal, PrintedDerivation.with(Mistake.DERIVATIVE_AS_PRINTED)),
                18, control(unequal, PrintedDerivation.with(Mistake.THROUGH_DERIVATIVES_OF_WEIGHTS)),
                20, control(equal, PrintedDerivation.with(Mistake.WEIGHTS_OF_THE_SAME_LAYER)),
                21, control(equal, PrintedDerivation.with(Mistake.WEIGHTS_OF_THE_LAST_LAYER)),
                22, control(unequal, PrintedDerivation.ofTheSummary()));
    }

    private static NegativeControl control(Network network, PrintedDerivation mistaken) {
        return new NegativeControl(
                network,
                SourceE.cost(),
                SourceE.data(),
                mistaken.gradient(network, SourceE.data()),
                PrintedDerivation.corrected().gradient(network, SourceE.data()));
    }
}
