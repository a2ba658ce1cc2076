/** The frames of {@code parley.v1}: client frames, parsed strictly, and server frames. */
package chat.parley.gateway.frames;
