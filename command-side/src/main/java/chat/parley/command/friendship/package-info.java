/** Friends: asking, answering, and ending it. */
package chat.parley.command.friendship;
