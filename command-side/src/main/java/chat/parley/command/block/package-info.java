/** Blocks: whom a person wants nothing from. */
package chat.parley.command.block;
