/** The frames of {@code parley.v1}: what a client may say, read strictly, and what the server says. */
package chat.parley.gateway.frames;
