package chat.parley.log.snapshot;

import chat.parley.events.StreamId;

/**
 * What a stream's events up to a sequence amount to.
 *
 * @param sequence of the last event that went into the state
 * @param revision of the state's shape, and of the events that may have gone into it: a reader who knows another one reads the events instead
 * @param state JSON, without anything a person wrote
 */
public record Snapshot(StreamId stream, long sequence, int revision, byte[] state) {}
