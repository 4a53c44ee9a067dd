/** Samples: inputs and targets, and the data sets of the sources. */
package org.chainrule.data;
