/** Files of messages: what is said of them, who may fetch them, and that they go with their messages. */
package chat.parley.command.attachment;
