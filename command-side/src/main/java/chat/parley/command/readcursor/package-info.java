/** How far one member has received and read one conversation. */
package chat.parley.command.readcursor;
