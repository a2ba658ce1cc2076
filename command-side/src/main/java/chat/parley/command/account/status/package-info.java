/** Says what a person is up to. */
package chat.parley.command.account.status;
