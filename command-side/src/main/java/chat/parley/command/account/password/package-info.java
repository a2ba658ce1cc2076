/** Rules for passwords, and their hashing. */
package chat.parley.command.account.password;
