package chat.parley.events;

import java.util.List;

/** How one member has a conversation. Their devices are told, and nobody else; the newest event of such a stream says all of it. */
public sealed interface PreferenceEvent extends ParleyEvent, Personal, Skippable
        permits ConversationArranged, MessagesHidden, ThreadMarked {

    ConversationId conversation();

    UserId member();

    @Override
    default List<UserId> people() {
        return List.of(member());
    }
}
