/** The five sources: what they print, how it arises, and how far we agree; a room for each source. */
package org.chainrule.sources;
