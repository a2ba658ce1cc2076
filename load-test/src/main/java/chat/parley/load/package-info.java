/** The load generator's command. */
package chat.parley.load;
