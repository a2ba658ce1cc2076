package chat.parley.command.readcursor;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import chat.parley.command.readcursor.move.MarkDelivered;
import chat.parley.command.readcursor.move.MarkRead;
import chat.parley.command.readcursor.move.TellReached;
import chat.parley.events.MessagesDelivered;
import chat.parley.events.MessagesRead;
import chat.parley.events.ReadCursorEvent;
import chat.parley.events.StreamId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * How far one member has received and read one conversation: two watermarks that never decrease. Reading implies receiving.
 * A watermark that is not higher records nothing.
 */
final class ReadCursor {

    @AggregateIdentifier
    private @Nullable StreamId stream;

    private long deliveredUpTo;
    private long readUpTo;
    private long readAtMillis;
    private boolean told = true;

    ReadCursor() {}

    ReadCursor(ReadCursorState state) {
        stream = state.stream();
        deliveredUpTo = state.deliveredUpTo();
        readUpTo = state.readUpTo();
        readAtMillis = state.readAtMillis();
        told = state.told();
    }

    ReadCursorState state() {
        return new ReadCursorState(Objects.requireNonNull(stream), deliveredUpTo, readUpTo, readAtMillis, told);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MarkDelivered command) {
        requireExisting(command.upTo(), command.lastNumber());
        if (command.upTo() > deliveredUpTo) {
            apply(new MessagesDelivered(command.conversation(), command.member(), command.upTo(), command.disclosed()));
        }
    }

    /** In large conversations reads are throttled: one that comes too soon after the last is refused. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MarkRead command) {
        requireExisting(command.upTo(), command.lastNumber());
        if (command.upTo() > readUpTo) {
            if (Instant.ofEpochMilli(readAtMillis).isAfter(command.lastReadBy())) {
                throw new Refused(Reason.SLOW_DOWN);
            }
            apply(new MessagesRead(command.conversation(), command.member(), command.upTo(), command.disclosed()));
        }
    }

    /** What others were told already is not recorded again. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TellReached command) {
        if (told) {
            return;
        }
        long delivered = deliveredUpTo;
        if (readUpTo > 0) {
            apply(new MessagesRead(command.conversation(), command.member(), readUpTo, true));
        }
        if (delivered > readUpTo) {
            apply(new MessagesDelivered(command.conversation(), command.member(), delivered, true));
        }
    }

    @EventSourcingHandler
    void on(ReadCursorEvent event, @Timestamp Instant at) {
        stream = event.stream();
        told = event.disclosed();
        switch (event) {
            case MessagesDelivered delivered -> deliveredUpTo = delivered.upTo();
            case MessagesRead read -> {
                readUpTo = read.upTo();
                readAtMillis = at.toEpochMilli();
                deliveredUpTo = Math.max(deliveredUpTo, read.upTo());
            }
        }
    }

    private static void requireExisting(long upTo, long lastNumber) {
        if (upTo > lastNumber) {
            throw new Refused(Reason.BEYOND_LAST_MESSAGE);
        }
    }
}
