/** Who may see which events of a conversation, as of a sequence: the one place that says so, for every service. */
package chat.parley.membership;
