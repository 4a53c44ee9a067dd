/** Explaining a gradient: is it right, and where does it come from. */
package org.chainrule.explain;
