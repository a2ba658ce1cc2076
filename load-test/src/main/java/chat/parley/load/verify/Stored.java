package chat.parley.load.verify;

/**
 * A message as the product tells it when asked.
 *
 * @param message of this run, or -1
 */
record Stored(long sequence, long number, int message) {}
