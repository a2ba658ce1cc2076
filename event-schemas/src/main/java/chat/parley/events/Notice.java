package chat.parley.events;

/**
 * An event that a conversation shows in words between its messages, such as that someone joined. It has no number: nothing becomes unread
 * by it.
 */
public interface Notice {}
