/** Tablesaw tables of what a run leaves behind, and data sets of Tablesaw tables: the only room that needs Tablesaw. */
package org.chainrule.tables;
