package chat.parley.log.guard;

import java.util.Locale;

/** How a person and another stand, as the person sees it. */
public enum FriendState {
    FRIENDS,
    /** The other asked, and was not answered. */
    INCOMING,
    /** The person asked, and was not answered. */
    OUTGOING,
    /** They were one of these until one of them was erased. */
    ERASED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FriendState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
