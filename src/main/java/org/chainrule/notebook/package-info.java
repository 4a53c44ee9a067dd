/** The door for notebooks: showing things, checking equations, watching a run, exercises. */
package org.chainrule.notebook;
