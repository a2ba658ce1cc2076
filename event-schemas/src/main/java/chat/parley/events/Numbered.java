package chat.parley.events;

/**
 * An event that has a number among its conversation's messages, such as a message or a call. Notices and changes of messages
 * have none.
 */
public interface Numbered {

    /** From 1, without holes. */
    long number();
}
