/** What is told at the end: a table, and a page with plots. */
package chat.parley.load.report;
