/** Reports that the fan-out queues have passed an erasure. */
package chat.parley.gateway.erasure;
