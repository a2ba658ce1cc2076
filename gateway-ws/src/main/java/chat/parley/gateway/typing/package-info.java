/** Who is typing: passed on at once or not at all. */
package chat.parley.gateway.typing;
