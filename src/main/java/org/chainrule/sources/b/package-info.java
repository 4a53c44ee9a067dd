/** Source B, "Backpropagation" (2019): its start, its script and its class as published, its printed run, its mistakes. */
package org.chainrule.sources.b;
