package chat.parley.events;

/** A fact in the log. Its JSON is published: golden files hold every shape still. */
public sealed interface ParleyEvent extends RecordedShape
        permits AccountEvent, ConversationEvent, ReadCursorEvent, UnknownEvent {

    /** The stream this event is recorded in. */
    StreamId stream();
}
