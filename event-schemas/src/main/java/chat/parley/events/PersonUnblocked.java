package chat.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * Someone no longer blocks a person. What was refused meanwhile does not come back.
 *
 * @param content null once erased
 */
public record PersonUnblocked(UserId blocker, @Nullable BlockedPerson content) implements BlocksEvent {}
