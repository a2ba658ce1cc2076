package chat.parley.events;

/**
 * An event that is published to every partition: each queue of each group gets it, behind everything recorded before it.
 * Whoever has handled it in a queue will get nothing older from that queue.
 */
public interface ToEveryPartition {}
