package chat.parley.views.presence;

import chat.parley.events.ConversationId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import org.jspecify.annotations.Nullable;

/**
 * An open socket as registered for other nodes.
 *
 * @param session the sign-in it belongs to, one per device
 * @param room the conversation this device shows, null for none
 */
public record Socket(
        SocketId id,
        UserId user,
        SessionId session,
        @Nullable ConversationId room) {}
