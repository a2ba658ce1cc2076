/** Signing out, here or on another device. */
package chat.parley.command.session.end;
