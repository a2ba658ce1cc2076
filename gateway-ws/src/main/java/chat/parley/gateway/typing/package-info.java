/** Typing notifications: sent at once or not at all. */
package chat.parley.gateway.typing;
