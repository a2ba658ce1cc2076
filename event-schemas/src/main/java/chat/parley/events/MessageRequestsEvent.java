package chat.parley.events;

import java.util.List;

/** An event of the requests of people who may not write to somebody at once. Nobody but that person is told, least of all who wrote. */
public sealed interface MessageRequestsEvent extends ParleyEvent, Personal, Skippable
        permits MessageRequestAnswered, MessageRequestReported {

    /** To whom was written. */
    UserId recipient();

    /** Who wrote. */
    UserId author();

    /** Of the two. */
    ConversationId conversation();

    @Override
    default StreamId stream() {
        return StreamId.messageRequests(recipient());
    }

    @Override
    default List<UserId> people() {
        return List.of(recipient());
    }
}
