package chat.parley.events;

/** An account that was suspended can be signed in with again. */
public record SuspensionLifted(UserId account) implements AccountEvent {}
