/** The network as a value, its forward pass, its loss, and the one implementation of backpropagation. */
package org.chainrule.network;
