package org.chainrule.book;

/**
 * A heading of a chapter below its title, as the table of contents needs it.
 *
 * @param level 2 or 3, as in h2 and h3
 * @param id where a link to it leads
 * @param heading what stands there, as HTML without links
 */
record Section(int level, String id, String heading) {}
