/** The book: the chapters with their stored outputs as pages for a browser, without a script and without a server. */
package org.chainrule.book;
