/** What each client frame leads to. */
package chat.parley.gateway.dialogue;
