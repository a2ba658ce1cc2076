package chat.parley.events;

/** An event that takes the next number of its conversation: a message, a call; notices and changes of messages do not. */
public interface Numbered {

    /** From 1, without holes. */
    long number();
}
