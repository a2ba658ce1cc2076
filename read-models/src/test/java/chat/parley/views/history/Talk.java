package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation of alice and bob, for tests to say what happened in it at which position. */
record Talk(ConversationId id, UserId alice, UserId bob) {

    static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00.123456Z");

    static Talk any() {
        return new Talk(
                new ConversationId(UUID.randomUUID()), new UserId(UUID.randomUUID()), new UserId(UUID.randomUUID()));
    }

    /** Each position has a time of its own, a millisecond and a microsecond after the one before. */
    static Instant at(long position) {
        return BEGIN.plusNanos(position * 1_001_000);
    }

    HistoryChange.Started started(long position) {
        return new HistoryChange.Started(position, id, 0, ConversationKind.DIRECT, null, at(position));
    }

    HistoryChange.Written wrote(long position, UserId author, long number, @Nullable String text) {
        return new HistoryChange.Written(position, message(position, author, number, text));
    }

    Message message(long position, UserId author, long number, @Nullable String text) {
        MessageId message = new MessageId(new UUID(number, 1));
        return new Message(id, number, number, message, author, text, false, at(position));
    }

    /** The deletion of a message that was written at another position. */
    HistoryChange.Deleted deleted(long position, UserId author, long number, long sequence) {
        return new HistoryChange.Deleted(
                position, id, sequence, number, number, new MessageId(new UUID(number, 1)), author);
    }

    Message gone(long position, UserId author, long number, boolean deleted) {
        MessageId message = new MessageId(new UUID(number, 1));
        return new Message(id, number, number, message, author, null, deleted, at(position));
    }

    HistoryChange.Reached delivered(long position, UserId member, long upTo) {
        return new HistoryChange.Reached(position, id, member, ReceiptKind.DELIVERED, upTo, true, at(position));
    }

    HistoryChange.Reached read(long position, UserId member, long upTo) {
        return new HistoryChange.Reached(position, id, member, ReceiptKind.READ, upTo, true, at(position));
    }

    /** What nobody but the member is to know. */
    HistoryChange.Reached readUndisclosed(long position, UserId member, long upTo) {
        return new HistoryChange.Reached(position, id, member, ReceiptKind.READ, upTo, false, at(position));
    }

    HistoryChange.Joined joined(long position, long sequence, UserId member, long lastNumber) {
        return new HistoryChange.Joined(position, id, sequence, member, lastNumber);
    }
}
