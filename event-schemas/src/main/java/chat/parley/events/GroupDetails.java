package chat.parley.events;

/**
 * The details of a group.
 *
 * @param name 1 to 100 code points after Unicode normalization to NFC
 */
public record GroupDetails(String name) {}
