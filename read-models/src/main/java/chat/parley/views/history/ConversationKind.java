package chat.parley.views.history;

/** How a conversation came about and who may join it. */
public enum ConversationKind {
    DIRECT("direct"),
    GROUP("group");

    private final String code;

    ConversationKind(String code) {
        this.code = code;
    }

    /** As stored and as told to clients. */
    public String code() {
        return code;
    }

    public static ConversationKind of(String code) {
        for (ConversationKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown kind of conversation " + code);
    }
}
