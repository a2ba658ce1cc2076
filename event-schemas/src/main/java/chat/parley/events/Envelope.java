package chat.parley.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event with its envelope. On the wire it is structured CloudEvents 1.0 JSON: {@code id}, {@code source} (the log),
 * {@code type} (with its revision), {@code subject} (the stream), {@code time}, and the extensions {@code position}, {@code
 * sequence}, {@code partitionkey}, {@code facets} and, between services, {@code sealed}.
 *
 * @param position the place in the log, from 1, without holes
 * @param sequence the place in the stream, from 0, without holes
 * @param recorded in microseconds, UTC; never less than that of the position before
 * @param sealed the sealed row in base64, for views that store it; otherwise null
 */
public record Envelope(
        EventId id,
        LogId source,
        StreamId stream,
        Instant recorded,
        long position,
        long sequence,
        ParleyEvent event,
        @Nullable String sealed) {

    public Envelope(
            EventId id,
            LogId source,
            StreamId stream,
            Instant recorded,
            long position,
            long sequence,
            ParleyEvent event) {
        this(id, source, stream, recorded, position, sequence, event, null);
    }

    public Envelope with(@Nullable String sealedRow) {
        return new Envelope(id, source, stream, recorded, position, sequence, event, sealedRow);
    }

    /**
     * As told to a member who cannot see the event that this one is about: that it happened, since members count the events
     * of their conversations, and not what it says.
     */
    public Envelope withoutContent() {
        ParleyEvent told = switch (event) {
            case AnnotatesMessage about -> about.withoutContent();
            case UnknownEvent unknown -> new UnknownEvent(unknown.stream(), unknown.name(), "{}", unknown.facets());
            case ParleyEvent other -> other;
        };
        return telling(told);
    }

    /** As some are told of it. */
    public Envelope telling(ParleyEvent told) {
        return new Envelope(id, source, stream, recorded, position, sequence, told);
    }

    /** The media type of the JSON. */
    public static final String MEDIA_TYPE = "application/cloudevents+json";

    public Partition partition() {
        return Partition.of(stream);
    }

    public EventName type() {
        return EventName.of(event);
    }

    public Facets facets() {
        return Facets.of(event);
    }

    /** {@code p07.conversation.message-sent.v1}, or {@code all.account.erased.v1} for an event that every partition gets. */
    public String routingKey() {
        return facets().everyPartition()
                ? Partition.EVERY + "." + type().routed()
                : partition().routingKey(type());
    }
}
