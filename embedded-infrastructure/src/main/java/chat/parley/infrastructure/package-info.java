/** Starts the real components Parley stands on, each as a child process on a free loopback port. */
package chat.parley.infrastructure;
