/** Source C, "Backpropagation" (a note): data and networks to run it on, its derivation as printed, its mistakes. */
package org.chainrule.sources.c;
