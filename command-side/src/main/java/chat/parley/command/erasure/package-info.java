/** What follows an erasure: who has something to forget, and how far they have come. */
package chat.parley.command.erasure;
