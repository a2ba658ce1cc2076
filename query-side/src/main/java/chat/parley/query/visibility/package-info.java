/** Who may see what of a conversation, decided in one place. */
package chat.parley.query.visibility;
