/** Changes what others see of a person. */
package chat.parley.command.account.profile;
