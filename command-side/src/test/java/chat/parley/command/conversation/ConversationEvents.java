package chat.parley.command.conversation;

import chat.parley.command.conversation.deletemessage.DeleteMessage;
import chat.parley.command.conversation.sendmessage.SendMessage;
import chat.parley.command.conversation.startdirect.StartDirect;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.DirectConversationStarted;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageEdited;
import chat.parley.events.MessageId;
import chat.parley.events.MessageReference;
import chat.parley.events.MessageSent;
import chat.parley.events.ReactionsChanged;
import chat.parley.events.SentMessage;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A conversation of alice and bob, and what may happen in it. */
final class ConversationEvents {

    static final UserId ALICE = new UserId(new UUID(0, 0xA));
    static final UserId BOB = new UserId(new UUID(0, 0xB));
    static final UserId CAROL = new UserId(new UUID(0, 0xC));
    static final ConversationId CONVERSATION = DirectConversation.ofBits(0xA, 0xB);

    private ConversationEvents() {}

    static StartDirect start(UserId by, UserId other) {
        return new StartDirect(CONVERSATION, by, other);
    }

    static DirectConversationStarted startedBy(UserId starter) {
        return new DirectConversationStarted(CONVERSATION, List.of(ALICE, BOB), starter);
    }

    static SendMessage send(UserId author, MessageId message, String text) {
        return new SendMessage(CONVERSATION, author, message, new MessageContent(text));
    }

    static SendMessage sendKnowingErased(UserId author, MessageId message, String text, UserId erased) {
        return new SendMessage(
                CONVERSATION,
                author,
                message,
                null,
                null,
                false,
                false,
                new MessageContent(text),
                Set.of(erased),
                Instant.MAX);
    }

    static SendMessage answer(UserId author, MessageId message, String text, MessageReference origin) {
        return new SendMessage(
                CONVERSATION,
                author,
                message,
                origin,
                null,
                false,
                false,
                new MessageContent(text),
                Set.of(),
                Instant.MAX);
    }

    static MessageSent answered(long number, UserId author, MessageId message, String text, MessageReference origin) {
        return new MessageSent(CONVERSATION, number, author, message, origin, new MessageContent(text));
    }

    static MessageSent sent(long number, UserId author, MessageId message, String text) {
        return new MessageSent(CONVERSATION, number, author, message, new MessageContent(text));
    }

    static DeleteMessage delete(UserId asker, long sequence, SentMessage message) {
        return new DeleteMessage(asker, sequence, message);
    }

    static MessageDeleted deleted(long sequence, SentMessage message) {
        return new MessageDeleted(
                CONVERSATION, message.number(), sequence, message.message(), message.author(), null, message.thread());
    }

    static ReactionsChanged reacted(UserId member, long sequence, SentMessage message, String... emojis) {
        return new ReactionsChanged(
                CONVERSATION,
                message.number(),
                sequence,
                message.message(),
                member,
                new ReactionsChanged.Reactions(List.of(emojis)));
    }

    static MessageEdited edited(long sequence, SentMessage message, String text) {
        return new MessageEdited(
                CONVERSATION,
                message.number(),
                sequence,
                message.message(),
                message.author(),
                new MessageContent(text));
    }

    static MessageId message(long key) {
        return new MessageId(new UUID(0x7000, key));
    }
}
