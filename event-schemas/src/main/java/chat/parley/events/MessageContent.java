package chat.parley.events;

/**
 * What a message says.
 *
 * @param text 1 to 2,000 code points after Unicode normalization to NFC
 */
public record MessageContent(String text) {}
