/** Deletes the objects of erased people from the object store. */
package chat.parley.command.erasure.objects;
