package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

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

    HistoryChange.Written wrote(long position, UserId author, long number, String row) {
        return new HistoryChange.Written(position, message(position, number, row), author);
    }

    /** As the view keeps it, to which a row is bytes and nothing else. */
    SealedMessage message(long position, long number, String row) {
        return new SealedMessage(id, number, number, at(position), row.getBytes(StandardCharsets.UTF_8));
    }

    /** The deletion of a message that was written at another position. */
    HistoryChange.Deleted deleted(long position, long number, long sequence) {
        return new HistoryChange.Deleted(
                position, id, sequence, number, number, deletion(sequence).getBytes(StandardCharsets.UTF_8));
    }

    /** A message written at that position and deleted since, by the event at that sequence. */
    SealedMessage gone(long position, long number, long sequence) {
        return message(position, number, deletion(sequence));
    }

    /** What a member said, at a position, about the message of a number. */
    HistoryChange.Said said(long position, UserId member, long number, String what) {
        return new HistoryChange.Said(position, position, about(position, member, number, what));
    }

    SealedAnnotation about(long position, UserId member, long number, String what) {
        return new SealedAnnotation(
                id, number, "some.type", member, at(position), what.getBytes(StandardCharsets.UTF_8));
    }

    /** A message in a thread alone, of a number below zero. */
    HistoryChange.Replied replied(long position, long number, String row) {
        return new HistoryChange.Replied(position, message(position, number, row));
    }

    HistoryChange.Threaded threaded(
            long position, long root, long number, long message, UserId author, UserId... followers) {
        return new HistoryChange.Threaded(
                position, id, root, number, message, position, author, at(position), Set.of(followers));
    }

    HistoryChange.Unthreaded unthreaded(long position, long root, long number) {
        return new HistoryChange.Unthreaded(position, id, root, number);
    }

    HistoryChange.Mentioned mentioned(long position, long number, UserId author, UserId... members) {
        return new HistoryChange.Mentioned(position, id, number, author, Set.of(members));
    }

    private static String deletion(long sequence) {
        return "the row of the deletion at " + sequence;
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
