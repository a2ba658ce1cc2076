package chat.parley.views.presence;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;

/**
 * Who a ticket was made for.
 *
 * @param nativeClient whether a handshake without an Origin is acceptable
 */
public record TicketHolder(UserId user, SessionId session, boolean nativeClient) {}
