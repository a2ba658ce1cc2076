package chat.parley.distribution;

import chat.parley.events.AccountDetails;
import chat.parley.events.AccountErased;
import chat.parley.events.AccountEvent;
import chat.parley.events.AccountRegistered;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.EventId;
import chat.parley.events.LogId;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.MessageSent;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Messages of conversations that nobody else knows. */
final class Examples {

    private static final LogId LOG = new LogId(UUID.randomUUID());
    private static final AtomicLong POSITIONS = new AtomicLong();

    private Examples() {}

    static ConversationId conversation() {
        return new ConversationId(UUID.randomUUID());
    }

    static Envelope registered() {
        UserId account = new UserId(UUID.randomUUID());
        return ofAccount(
                new AccountRegistered(account, new AccountDetails("someone", "Some One", "one@example.org", null)));
    }

    static Envelope erased() {
        return ofAccount(new AccountErased(new UserId(UUID.randomUUID())));
    }

    private static Envelope ofAccount(AccountEvent event) {
        return new Envelope(
                new EventId(UUID.randomUUID()),
                LOG,
                event.stream(),
                Instant.parse("2026-01-02T03:04:05.678901Z"),
                POSITIONS.incrementAndGet(),
                1,
                event);
    }

    static Envelope message(ConversationId conversation, long number, String text) {
        MessageSent event = new MessageSent(
                conversation,
                number,
                new UserId(UUID.randomUUID()),
                new MessageId(UUID.randomUUID()),
                new MessageContent(text));
        return new Envelope(
                new EventId(UUID.randomUUID()),
                LOG,
                event.stream(),
                Instant.parse("2026-01-02T03:04:05.678901Z"),
                POSITIONS.incrementAndGet(),
                number,
                event);
    }
}
