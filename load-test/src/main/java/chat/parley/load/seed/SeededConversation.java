package chat.parley.load.seed;

/**
 * A direct conversation between two of the seeded people.
 *
 * @param first the index of one
 * @param second the index of the other
 */
public record SeededConversation(String conversation, int first, int second) {}
