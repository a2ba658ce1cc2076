/** Passes on what two devices in a call tell each other to connect. */
package chat.parley.gateway.calls;
