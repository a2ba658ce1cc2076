package chat.parley.events;

/** From here on nothing this person wrote may be deleted or erased. */
public record LegalHoldPlaced(UserId account) implements AccountEvent, Skippable {}
