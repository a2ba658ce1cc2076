package chat.parley.events;

/** What this person wrote may be deleted and erased again. */
public record LegalHoldLifted(UserId account) implements AccountEvent, Skippable {}
