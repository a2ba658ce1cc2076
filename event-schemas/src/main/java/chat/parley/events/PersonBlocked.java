package chat.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * Someone wants nothing from a person any more.
 *
 * @param content null once erased
 */
public record PersonBlocked(UserId blocker, @Nullable BlockedPerson content) implements BlocksEvent {}
