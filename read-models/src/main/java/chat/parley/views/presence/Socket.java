package chat.parley.views.presence;

import chat.parley.events.ConversationId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import org.jspecify.annotations.Nullable;

/**
 * An open socket as others need to know it.
 *
 * @param session the sign-in it belongs to, which is one per device
 * @param room the conversation this device looks at, null for none
 */
public record Socket(
        SocketId id,
        UserId user,
        SessionId session,
        @Nullable ConversationId room) {}
