/** Changes a person's password. */
package chat.parley.command.account.changepassword;
