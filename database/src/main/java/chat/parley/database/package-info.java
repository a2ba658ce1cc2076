/** The schemas in PostgreSQL, the roles that use them, and the step that brings them up to date. */
package chat.parley.database;
