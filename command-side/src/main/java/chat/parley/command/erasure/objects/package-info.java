/** Deleting the objects of erased people: all that is below their account's id in the object store. */
package chat.parley.command.erasure.objects;
