/** Who writes when, what comes of every message, and the manners of a client in a focused window. */
package chat.parley.load.traffic;
