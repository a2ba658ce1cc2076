/** The user directory: finds people by name, in PostgreSQL. */
package chat.parley.views.directory;
