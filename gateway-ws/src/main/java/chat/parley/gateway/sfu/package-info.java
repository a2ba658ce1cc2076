/** What is heard and seen in calls of groups: between devices and the media server, of which clients know nothing. */
package chat.parley.gateway.sfu;
