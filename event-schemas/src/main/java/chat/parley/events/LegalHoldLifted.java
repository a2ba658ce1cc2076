package chat.parley.events;

/** A legal hold was lifted: this person's content may be deleted and erased again. */
public record LegalHoldLifted(UserId account) implements AccountEvent, Skippable {}
