/** Shows the pictures of pages that messages link to. */
package chat.parley.command.conversation.linkpicture;
