package chat.parley.access;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;

/**
 * The person who calls. A controller's parameter of this type is filled from the bearer token: the person's own, or that of
 * a service which names the person, where a contract between services says so. Without a token, with an expired one, or after
 * its session ended, the request is refused.
 */
public record Caller(UserId user, SessionId session) implements Principal {}
