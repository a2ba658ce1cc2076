/** Handles each kind of client frame. */
package chat.parley.gateway.dialogue;
