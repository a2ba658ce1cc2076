/** Rules for what people tell of themselves, when they register and whenever they change it. */
package chat.parley.command.account.details;
