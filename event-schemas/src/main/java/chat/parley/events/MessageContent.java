package chat.parley.events;

/**
 * The content of a message.
 *
 * @param text 1 to 2,000 code points after Unicode normalization to NFC
 */
public record MessageContent(String text) {}
