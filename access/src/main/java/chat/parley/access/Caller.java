package chat.parley.access;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;

/**
 * Who asks. A controller's parameter of this type is filled from the bearer token, the person's own or another service's
 * that names the person, and the request is refused where there is none, where it has expired or its session has ended.
 */
public record Caller(UserId user, SessionId session) implements Principal {}
