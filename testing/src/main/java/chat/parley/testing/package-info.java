/** What tests of several modules need: real stores and a broker, started on demand once for each test JVM, and clients over HTTP and WebSocket. */
package chat.parley.testing;
