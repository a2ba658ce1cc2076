/** Commands over HTTP: each carries a key of its client's, by which a repetition is recognized and answered as the first time. */
package chat.parley.command.http;
