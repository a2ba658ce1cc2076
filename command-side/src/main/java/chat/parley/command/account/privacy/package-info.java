/** Changes what strangers may. */
package chat.parley.command.account.privacy;
