package chat.parley.log;

import chat.parley.events.MessageId;
import chat.parley.events.UserId;

/**
 * What makes a command's repetition recognizable for ever: unique within a stream.
 *
 * @param value begins with the author and the id that author's client chose
 */
public record CommandId(String value) {

    public static CommandId of(UserId author, MessageId message) {
        return new CommandId(author + "/" + message);
    }

    /** Of the command that deletes a message, which happens once. */
    public static CommandId ofDeletion(UserId author, MessageId message) {
        return new CommandId(author + "/" + message + "/deletion");
    }
}
