/** Serves the web client's files, if they are on the class path. */
package chat.parley.gateway.webclient;
