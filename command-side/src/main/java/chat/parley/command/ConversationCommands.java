package chat.parley.command;

import chat.parley.access.Caller;
import chat.parley.command.conversation.deletemessage.Deleted;
import chat.parley.command.conversation.deletemessage.MessageDeletion;
import chat.parley.command.conversation.sendmessage.Messages;
import chat.parley.command.conversation.sendmessage.Sent;
import chat.parley.command.conversation.startdirect.DirectConversations;
import chat.parley.command.conversation.startdirect.Started;
import chat.parley.command.readcursor.move.ReadCursors;
import chat.parley.command.readcursor.move.Recorded;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.refusals.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done in conversations, for callers in the same process. What is not granted is {@link Refused}. */
@Component
public final class ConversationCommands {

    private final DirectConversations conversations;
    private final Messages messages;
    private final MessageDeletion deletion;
    private final ReadCursors cursors;

    ConversationCommands(
            DirectConversations conversations, Messages messages, MessageDeletion deletion, ReadCursors cursors) {
        this.conversations = conversations;
        this.messages = messages;
        this.deletion = deletion;
        this.cursors = cursors;
    }

    public Started startDirect(Caller caller, String username) {
        return conversations.start(caller, username);
    }

    public Sent sendMessage(Caller caller, ConversationId conversation, MessageId message, String text) {
        return messages.send(caller, conversation, message, text);
    }

    /** @param sequence at which the message was recorded */
    public Deleted deleteMessage(Caller caller, ConversationId conversation, MessageId message, long sequence) {
        return deletion.delete(caller, conversation, message, sequence);
    }

    /**
     * @param received up to which number messages are on a device, or null
     * @param read up to which number messages were shown, or null
     */
    public Recorded moveCursor(
            Caller caller, ConversationId conversation, @Nullable Long received, @Nullable Long read) {
        return cursors.move(caller, conversation, received, read);
    }
}
