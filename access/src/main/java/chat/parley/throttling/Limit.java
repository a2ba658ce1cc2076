package chat.parley.throttling;

import java.util.Locale;

/**
 * What is limited, for whom, and how often unless configured otherwise ({@code parley.limits.<name>}, in operations.md). Of several rates all
 * apply: the burst may be used at once, and whoever goes on waits longer from rate to rate.
 */
public enum Limit {
    /** Attempts to sign in, whoever as. */
    SIGN_IN_ADDRESS(Subject.ADDRESS, "60/1m"),
    /** Attempts to sign in as one person from one address, since the last that succeeded. */
    SIGN_IN_TRIES(Subject.OTHER, "5/15s 20/10m"),
    /** Attempts to sign in as one person from everywhere; beyond this, each address gets fewer. */
    SIGN_IN_ACCOUNT(Subject.OTHER, "200/1h"),
    /** {@link #SIGN_IN_TRIES} while somebody tries to get into the account from many addresses. */
    SIGN_IN_TRIES_UNDER_ATTACK(Subject.OTHER, "1/30s"),
    REGISTER_ADDRESS(Subject.ADDRESS, "30/10m"),
    REFRESH_ADDRESS(Subject.ADDRESS, "300/1m"),
    /** With tokens that are or were that session's. */
    REFRESH_SESSION(Subject.OTHER, "30/1m"),
    TOKEN_ADDRESS(Subject.ADDRESS, "60/1m"),
    /** Each attempt checks a password. */
    ERASE_ACCOUNT(Subject.ACCOUNT, "5/10m"),
    /** Each attempt checks a password. */
    CHANGE_PASSWORD(Subject.ACCOUNT, "5/10m"),
    CHANGE_ACCOUNT(Subject.ACCOUNT, "30/10m"),
    /** Each one that somebody has had is taken for ever. */
    CHANGE_USERNAME(Subject.ACCOUNT, "5/1h"),
    UPLOAD_ACCOUNT(Subject.ACCOUNT, "120/10m"),
    /** Asking where files are, of many messages at once. */
    FILES_ACCOUNT(Subject.ACCOUNT, "300/1m", false),
    /** Looking at pages that one is about to link to. */
    LINK_PREVIEW_ACCOUNT(Subject.ACCOUNT, "30/1m"),
    BLOCK_ACCOUNT(Subject.ACCOUNT, "60/10m"),
    FRIEND_REQUEST_ACCOUNT(Subject.ACCOUNT, "30/10m"),
    /** Making groups, and who is in them, their names, roles and settings: everyone in them is told. */
    CHANGE_GROUP(Subject.ACCOUNT, "60/10m"),
    /** Muting, pinning and putting away conversations, marking them as unread, and deleting messages for oneself. */
    ARRANGE_ACCOUNT(Subject.ACCOUNT, "300/10m"),
    /** Marks of threads: what is read on, and what is followed. */
    THREADS_ACCOUNT(Subject.ACCOUNT, "300/1m"),
    /** Looking where a link leads, and joining by it. */
    JOIN_LINK_ADDRESS(Subject.ADDRESS, "60/1m"),
    TICKET_SESSION(Subject.SESSION, "30/1m"),
    TICKET_ACCOUNT(Subject.ACCOUNT, "120/1m"),
    /** Handshakes, whether or not they succeed. */
    SOCKET_ADDRESS(Subject.ADDRESS, "600/1m"),
    /** Of all sockets of an account on one node; each socket has a limit of its own as well. */
    RESUME_ACCOUNT(Subject.ACCOUNT, "60/1m", false),
    SEARCH_ACCOUNT(Subject.ACCOUNT, "120/1m"),
    REPLAY_CLIENT(Subject.ACCOUNT, "60/1m"),
    MESSAGES_ACCOUNT(Subject.ACCOUNT, "100/10s", false),
    /** Starting calls. */
    CALLS_ACCOUNT(Subject.ACCOUNT, "10/1m 60/1h"),
    /** What two devices in a call tell each other to connect. */
    CALL_SIGNALS_ACCOUNT(Subject.ACCOUNT, "300/10s", false),
    /** Reports of what was received and read. */
    MARKS_ACCOUNT(Subject.ACCOUNT, "300/10s", false),
    /** Requests of every kind. */
    REQUESTS_ACCOUNT(Subject.ACCOUNT, "1200/1m", false);

    /** Who is counted. A machine client is an account. */
    public enum Subject {
        ADDRESS,
        ACCOUNT,
        SESSION,
        /** Whoever asks for the limit says it. */
        OTHER
    }

    private final Subject subject;
    private final String usual;
    private final boolean shared;

    Limit(Subject subject, String usual) {
        this(subject, usual, true);
    }

    /** @param shared whether all processes count together, in Redis; otherwise each counts what it serves, in memory */
    Limit(Subject subject, String usual, boolean shared) {
        this.subject = subject;
        this.usual = usual;
        this.shared = shared;
    }

    public Subject subject() {
        return subject;
    }

    Rates usual() {
        return Rates.valueOf(usual);
    }

    boolean isShared() {
        return shared;
    }

    /** The name in settings, headers and metrics, such as {@code sign-in-address}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
