/** Legal holds: a held person's content can be neither deleted nor erased. */
package chat.parley.command.account.hold;
