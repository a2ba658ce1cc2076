package chat.parley.log;

import chat.parley.events.MessageId;
import chat.parley.events.UserId;

/**
 * Identifies a command within a stream for ever, so that a repetition is recognized.
 *
 * @param value begins with the author and the id that the author's client chose
 */
public record CommandId(String value) {

    public static CommandId of(UserId author, MessageId message) {
        return new CommandId(author + "/" + message);
    }

    /** For the deletion of a message, which happens once whatever key asks for it. */
    public static CommandId ofDeletion(UserId author, MessageId message) {
        return new CommandId(author + "/" + message + "/deletion");
    }
}
