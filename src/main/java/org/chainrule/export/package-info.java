/** Models as files that others can read, and files of others as models. */
package org.chainrule.export;
