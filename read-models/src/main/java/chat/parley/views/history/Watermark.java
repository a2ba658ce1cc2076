package chat.parley.views.history;

import java.util.Locale;

/**
 * How far a member has come, by what brought them there. Each is written by one kind of event, for which a higher position means a
 * higher number; what follows from another is drawn when read, where the order of writes no longer matters.
 */
enum Watermark {
    /** The newest message before they joined. */
    JOINED,
    DELIVERED,
    READ,
    READ_UNDISCLOSED,
    SENT;

    /** As the column is called. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Watermark of(ReceiptKind kind) {
        return switch (kind) {
            case DELIVERED -> DELIVERED;
            case READ -> READ;
        };
    }

    static Watermark of(Step step) {
        return switch (step) {
            case DELIVERED -> DELIVERED;
            case READ -> READ;
            case SENT -> SENT;
        };
    }
}
