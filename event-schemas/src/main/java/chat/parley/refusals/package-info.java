/** What a caller is told when something asked for is not done: the same codes over HTTP and over the socket. */
package chat.parley.refusals;
