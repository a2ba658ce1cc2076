/** Pictures of people. */
package chat.parley.command.account.avatar;
