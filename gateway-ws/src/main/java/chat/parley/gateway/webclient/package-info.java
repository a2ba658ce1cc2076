/** The web client's files, where they are on the class path. */
package chat.parley.gateway.webclient;
