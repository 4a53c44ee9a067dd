/** Source E, "Backpropogation from scratch: Part I": its derivation as printed, with each mistake as a switch. */
package org.chainrule.sources.e;
