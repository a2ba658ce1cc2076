/** Signing in. */
package chat.parley.command.session.signin;
