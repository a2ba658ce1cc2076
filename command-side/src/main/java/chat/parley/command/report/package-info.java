/** Reports of messages and members to those who lead a group. */
package chat.parley.command.report;
