/** Access to the other services, over HTTP if they run elsewhere. */
package chat.parley.gateway.service;
