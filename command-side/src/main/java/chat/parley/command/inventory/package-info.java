/** Tells operators what is in the object store, whose it is, and whether it is what there should be. */
package chat.parley.command.inventory;
