/** Source A, "Forward and Backward Propagation" (2022): its start, its code as published, its printed run. */
package org.chainrule.sources.a;
