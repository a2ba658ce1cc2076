/** What somebody has read of threads, and which they follow. */
package chat.parley.command.threads;
