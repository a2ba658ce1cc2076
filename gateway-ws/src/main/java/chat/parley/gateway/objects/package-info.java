/** Passes signed requests on to the object store. */
package chat.parley.gateway.objects;
