package chat.parley.standalone;

import chat.parley.access.Caller;
import chat.parley.command.ConversationCommands;
import chat.parley.command.erasure.ErasureReports;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import chat.parley.gateway.commands.Commands;

/** The gateway's way to the command side in the same process. */
final class InProcessCommands implements Commands {

    private final ConversationCommands commands;
    private final ErasureReports erasures;

    InProcessCommands(ConversationCommands commands, ErasureReports erasures) {
        this.commands = commands;
        this.erasures = erasures;
    }

    @Override
    public Sent send(Caller caller, ConversationId conversation, MessageId message, String text) {
        var sent = commands.sendMessage(caller, conversation, message, text);
        return new Sent(
                sent.conversation(),
                sent.message(),
                sent.sequence(),
                sent.number(),
                sent.at(),
                sent.position(),
                sent.gone());
    }

    @Override
    public Deleted delete(Caller caller, ConversationId conversation, MessageId message, long sequence) {
        var deleted = commands.deleteMessage(caller, conversation, message, sequence);
        return new Deleted(deleted.conversation(), deleted.message(), deleted.sequence(), deleted.position());
    }

    @Override
    public long markReceived(Caller caller, ConversationId conversation, long upTo) {
        return commands.moveCursor(caller, conversation, upTo, null).position();
    }

    @Override
    public long markRead(Caller caller, ConversationId conversation, long upTo) {
        return commands.moveCursor(caller, conversation, null, upTo).position();
    }

    @Override
    public void forgotten(UserId account, String part) {
        erasures.forgotten(account, part);
    }
}
