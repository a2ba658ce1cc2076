/** Decides who may see which events of a conversation, for every service. */
package chat.parley.membership;
