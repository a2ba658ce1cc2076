/** The people of this organization, to be found by name, in PostgreSQL. */
package chat.parley.views.directory;
