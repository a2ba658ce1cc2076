/** Registers an account and signs in for the first time. */
package chat.parley.command.account.register;
