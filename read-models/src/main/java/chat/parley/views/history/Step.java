package chat.parley.views.history;

/**
 * What a member did, as the receipt rows keep it apart. Each is written by one kind of event, for which a higher
 * position means a higher number; what follows from another step is drawn when read, where the order of writes no longer matters.
 */
enum Step {
    DELIVERED("delivered"),
    READ("read"),
    SENT("sent");

    private final String code;

    Step(String code) {
        this.code = code;
    }

    /** As in a receipt's key. */
    String code() {
        return code;
    }

    static Step of(ReceiptKind kind) {
        return switch (kind) {
            case DELIVERED -> DELIVERED;
            case READ -> READ;
        };
    }
}
