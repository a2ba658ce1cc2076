package chat.parley.command.session;

/** Why a session is over; kept with it. */
public enum EndReason {
    /** By its own person, on this device or another. */
    SIGNED_OUT,
    /** A refresh token came a second time: one of those who hold it should not. */
    REUSED,
    /** Not used for longer than a session is kept. */
    UNUSED,
    /** With the account of its person. */
    ERASED
}
