/** A person's conversations, each as a list shows it. */
package chat.parley.query.conversations;
