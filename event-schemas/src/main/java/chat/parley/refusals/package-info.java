/** Refusals: why a request was not granted, with the same codes over HTTP and over the socket. */
package chat.parley.refusals;
