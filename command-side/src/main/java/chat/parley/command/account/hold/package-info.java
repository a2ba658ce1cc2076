/** Keeping what a person wrote from being deleted or erased. */
package chat.parley.command.account.hold;
