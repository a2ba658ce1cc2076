/** What is told at the end: a table, and a page with plots. */
@NullMarked
package chat.parley.load.report;

import org.jspecify.annotations.NullMarked;
