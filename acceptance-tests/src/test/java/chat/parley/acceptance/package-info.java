/** User stories through real sockets and real stores. */
package chat.parley.acceptance;
