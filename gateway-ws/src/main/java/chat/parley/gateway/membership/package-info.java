/** Who is in a conversation, remembered. */
package chat.parley.gateway.membership;
