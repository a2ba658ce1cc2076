/** Idempotency keys of commands over HTTP: a repetition is recognized by its key and gets the first answer. */
package chat.parley.command.http;
