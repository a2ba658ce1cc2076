package chat.parley.command.session;

/** Why a session is over; kept with it. */
public enum EndReason {
    /** By its own person, on this device or another. */
    SIGNED_OUT,
    /** An old refresh token came once more: one of those who hold the tokens of this session should not. */
    REUSED,
    /** Not used for longer than a session is kept. */
    UNUSED,
    /** With the account of its person. */
    ERASED
}
