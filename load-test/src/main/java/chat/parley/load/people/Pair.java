package chat.parley.load.people;

/**
 * Two people and their conversation.
 *
 * @param lastSequence of the conversation before the run
 * @param lastNumber of its messages before the run
 */
public record Pair(Person first, Person second, String conversation, long lastSequence, long lastNumber) {}
