package chat.parley.gateway.outbound;

import java.util.Locale;

/** All reasons for which the server closes a socket; code and name are part of the protocol. */
public enum CloseCode {
    GOING_AWAY(1001),
    TOO_LARGE(1009),
    INTERNAL(1011),
    SESSION_ENDED(4001),
    SILENT(4002),
    TOO_SLOW(4003),
    VIOLATION(4004),
    SESSIONS_UNKNOWN(4005);

    private final int code;

    CloseCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The reason in the close frame. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
