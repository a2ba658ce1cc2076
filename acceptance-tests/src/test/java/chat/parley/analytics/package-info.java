/** A program of someone else's, which knows what is documented and no more. */
package chat.parley.analytics;
