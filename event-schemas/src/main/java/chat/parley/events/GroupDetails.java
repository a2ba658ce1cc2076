package chat.parley.events;

/**
 * What a group is called.
 *
 * @param name 1 to 100 code points after Unicode normalization to NFC
 */
public record GroupDetails(String name) {}
