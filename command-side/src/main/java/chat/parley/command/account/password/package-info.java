/** Which passwords are good enough, and how they are kept. */
package chat.parley.command.account.password;
