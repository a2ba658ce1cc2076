package chat.parley.events;

/** A legal hold was placed: from now on nothing this person wrote may be deleted or erased. */
public record LegalHoldPlaced(UserId account) implements AccountEvent, Skippable {}
