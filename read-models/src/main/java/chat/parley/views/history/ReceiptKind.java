package chat.parley.views.history;

/** What moved a member's watermark. */
public enum ReceiptKind {
    DELIVERED("delivered"),
    READ("read");

    private final String code;

    ReceiptKind(String code) {
        this.code = code;
    }

    /** As stored and as told to clients. */
    public String code() {
        return code;
    }
}
