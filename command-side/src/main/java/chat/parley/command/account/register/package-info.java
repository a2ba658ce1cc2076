/** Taking a username and signing in for the first time. */
package chat.parley.command.account.register;
