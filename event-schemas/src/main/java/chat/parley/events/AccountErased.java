package chat.parley.events;

/**
 * A person was erased: the key of everything they wrote is destroyed, and every consumer erases what it holds of them. What
 * others wrote stays.
 */
public record AccountErased(UserId account) implements AccountEvent, ToPeers, ToEveryPartition {}
