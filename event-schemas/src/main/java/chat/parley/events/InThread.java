package chat.parley.events;

/**
 * The place of a message in a thread: the answers to one message of the conversation, which is the thread's root.
 *
 * @param root the message that the thread is about, which is in no thread itself
 * @param author the root's
 * @param number counts the thread's messages from 1, without holes
 */
public record InThread(MessageReference root, UserId author, long number) {}
