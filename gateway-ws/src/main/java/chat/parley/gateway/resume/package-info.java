/** Brings a socket up to date from the log: when its client asks, and when this node may have missed something. */
package chat.parley.gateway.resume;
