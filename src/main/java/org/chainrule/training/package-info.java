/** Training: how a step is taken, the loop around it, and what it leaves behind. */
package org.chainrule.training;
