package chat.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * Whom a person shows what of them.
 *
 * @param online whether they are online, and that they are typing
 * @param lastSeen when they last were, for those who see whether they are
 * @param receipts what they have received and read; only who shows it sees that of others
 * @param avatar their picture
 * @param about what they say about themselves
 */
public record Visibility(Allowed online, Allowed lastSeen, Allowed receipts, Allowed avatar, Allowed about) {

    /** What holds where nothing was ever chosen. */
    public static final Visibility EVERYONE =
            new Visibility(Allowed.EVERYONE, Allowed.EVERYONE, Allowed.EVERYONE, Allowed.EVERYONE, Allowed.EVERYONE);

    public static final Visibility NOBODY =
            new Visibility(Allowed.NOBODY, Allowed.NOBODY, Allowed.NOBODY, Allowed.NOBODY, Allowed.NOBODY);

    /** What was chosen, or what holds where nothing ever was. */
    public static Visibility orEveryone(@Nullable Visibility chosen) {
        return chosen == null ? EVERYONE : chosen;
    }

    /** What is absent is shown to everyone. */
    public Visibility {
        online = Allowed.orEveryone(online);
        lastSeen = Allowed.orEveryone(lastSeen);
        receipts = Allowed.orEveryone(receipts);
        avatar = Allowed.orEveryone(avatar);
        about = Allowed.orEveryone(about);
    }
}
