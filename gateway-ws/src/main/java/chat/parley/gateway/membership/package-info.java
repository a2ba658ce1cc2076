/** Caches who is in which conversation. */
package chat.parley.gateway.membership;
