/** Decisions about one account, which wait for each other. */
package chat.parley.command.account.decision;
