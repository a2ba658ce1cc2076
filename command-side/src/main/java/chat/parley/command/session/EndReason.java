package chat.parley.command.session;

import java.util.Locale;

/** Why a session ended. */
public enum EndReason {
    /** The person signed out, on this device or another. */
    SIGNED_OUT,
    /** An old refresh token was used again: one of the two who hold this session's tokens must not have them. */
    REUSED,
    /** It was not used for longer than a session is kept. */
    UNUSED,
    /** It is as old as a session gets. */
    EXPIRED,
    /** The password was changed, and this session was not the one that changed it. */
    PASSWORD_CHANGED,
    /** An operator suspended the account. */
    SUSPENDED,
    /** The person was erased. */
    ERASED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
