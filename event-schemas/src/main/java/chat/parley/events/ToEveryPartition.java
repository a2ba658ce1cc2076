package chat.parley.events;

/**
 * An event that travels in every lane: each queue of each group brings it, behind everything recorded before it that the queue
 * brings. Whoever handled it in a queue has nothing older of that queue still to come.
 */
public interface ToEveryPartition {}
