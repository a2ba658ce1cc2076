package chat.parley.load.traffic;

import java.util.Locale;

/** How devices say that they have read what they were sent. */
public enum Receipts {
    /** As the web client does: one `read` frame for what came within 60 ms, one frame under way at a time. */
    GATHERED,
    /** A `read` frame for each message, at once. */
    EACH,
    /** Nothing is said to be read. */
    NONE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
