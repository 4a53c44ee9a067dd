package org.chainrule.plot;

import org.chainrule.data.Dataset;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Network;

/** What a picture of a network beside its samples asks of the two. */
final class Samples {
    private Samples() {}

    /**
     * @param inputs how many inputs the picture has axes for
     * @param instead what else can be done with other numbers of inputs
     * @throws ShapeException if one of the two has another number of inputs, or targets and outputs differ in width
     */
    static void require(Network network, Dataset data, int inputs, String picture, String instead) {
        int width = Require.present("network", network).inputs();
        if (width != inputs) {
            throw new ShapeException(picture + " draws networks of " + inputs + (inputs == 1 ? " input" : " inputs")
                    + ", but this one has " + width + "; " + instead);
        }
        network.requireInputs(Require.present("samples", data).inputWidth());
        if (data.targetWidth() != network.outputs()) {
            throw new ShapeException("the network gives " + network.outputs() + " outputs, but a target has "
                    + data.targetWidth() + " numbers; give samples that fit the network");
        }
    }
}
