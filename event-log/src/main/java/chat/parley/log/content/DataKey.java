package chat.parley.log.content;

import javax.crypto.SecretKey;

/** What the log has for the words of one person. */
public sealed interface DataKey {

    /** The key itself. */
    record Usable(SecretKey key) implements DataKey {

        /** Not even by accident in a log. */
        @Override
        public String toString() {
            return "Usable[hidden]";
        }
    }

    /** There was one: what it protected is forgotten, and there is never another. */
    record Destroyed() implements DataKey {}

    /**
     * There is one that this service cannot unwrap.
     *
     * @param kind says why
     */
    record Locked(ContentUnreadable.Kind kind) implements DataKey {}
}
