/** Message requests: what people write to somebody who does not let them at once, and what is done about it. */
package chat.parley.command.request;
