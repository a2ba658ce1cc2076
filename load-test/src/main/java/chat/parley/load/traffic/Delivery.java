package chat.parley.load.traffic;

/**
 * An event frame a device was sent.
 *
 * @param message of this run, or -1
 */
public record Delivery(long sequence, int message) {}
