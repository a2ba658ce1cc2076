/** How far one socket has been told what the log holds, and what waits until it may be told. */
package chat.parley.gateway.delivery;
