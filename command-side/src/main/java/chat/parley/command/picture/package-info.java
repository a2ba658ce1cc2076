/** Makes pictures of fixed sizes from what people upload, in a process of its own. */
package chat.parley.command.picture;
