package chat.parley.events;

/**
 * The key of everything this person wrote is destroyed. Every consumer forgets what it holds of them; what others wrote
 * stays.
 */
public record AccountErased(UserId account) implements AccountEvent, ToEveryPartition {}
