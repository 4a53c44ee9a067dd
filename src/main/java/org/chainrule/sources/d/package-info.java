/** Source D, "Back Propagation in Neural Networks": its starts, its code as published, its printed runs, its mistakes. */
package org.chainrule.sources.d;
