package chat.parley.events;

import java.time.Instant;

/**
 * An event as it travels. On the wire it is structured CloudEvents 1.0 JSON: {@code id}, {@code source} (the log),
 * {@code type} (with its revision), {@code subject} (the stream), {@code time}, and the extensions
 * {@code position}, {@code sequence} and {@code partitionkey}.
 *
 * @param position the place in the log, from 1, without holes
 * @param sequence the place in the stream, from 0, without holes
 * @param recorded microseconds, UTC; never less than the position before
 */
public record Envelope(
        EventId id, LogId source, StreamId stream, Instant recorded, long position, long sequence, ParleyEvent event) {

    /** The media type of the JSON. */
    public static final String MEDIA_TYPE = "application/cloudevents+json";

    public Partition partition() {
        return Partition.of(stream);
    }

    public EventType type() {
        return EventType.of(event);
    }

    /** {@code p07.conversation.message-sent.v1}, or {@code all.account.erased.v1} for what concerns every lane. */
    public String routingKey() {
        return event instanceof ToEveryPartition
                ? Partition.EVERY + "." + type().routed()
                : partition().routingKey(type());
    }
}
