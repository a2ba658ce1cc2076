package chat.parley.log.snapshot;

import chat.parley.events.StreamId;

/**
 * The state of an aggregate after an event.
 *
 * @param sequence of the last event that went into the state
 * @param revision of the state's shape and of the events that may have gone into it; a reader with another revision replays
 *     the events instead
 * @param state JSON, without any content
 */
public record Snapshot(StreamId stream, long sequence, int revision, byte[] state) {}
