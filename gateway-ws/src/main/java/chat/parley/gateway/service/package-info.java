/** The other services, over HTTP where they are elsewhere. */
package chat.parley.gateway.service;
