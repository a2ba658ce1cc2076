package chat.parley.events;

/** An operator suspended an account: nobody signs in with it, and its sessions ended, until that is lifted. */
public record AccountSuspended(UserId account) implements AccountEvent {}
