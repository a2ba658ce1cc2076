package chat.parley.privacy;

/** What somebody may keep others from seeing of them. */
public enum Detail {
    /** Whether they are online, and that they are typing. */
    ONLINE,
    LAST_SEEN,
    STATUS,
    AVATAR,
    ABOUT
}
