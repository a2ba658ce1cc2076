package chat.parley.events;

/** An event of the log. Its JSON is published; golden files hold every shape. */
public sealed interface ParleyEvent extends RecordedShape
        permits AccountEvent,
                AdmissionEvent,
                BlocksEvent,
                ConversationEvent,
                FriendshipEvent,
                MessageRequestsEvent,
                PreferenceEvent,
                ReadCursorEvent,
                ReportEvent,
                UnknownEvent {

    /** The stream this event is recorded in. */
    StreamId stream();
}
