/** Networks as files for other programs: whole or not at all, and never Java serialization. */
package org.chainrule.export;
