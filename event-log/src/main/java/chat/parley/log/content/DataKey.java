package chat.parley.log.content;

import javax.crypto.SecretKey;

/** The key of one owner's content, as far as this service can use it. */
public sealed interface DataKey {

    /** The key itself. */
    record Usable(SecretKey key) implements DataKey {

        /** Keeps the key out of logs. */
        @Override
        public String toString() {
            return "Usable[hidden]";
        }
    }

    /** It was destroyed: the content it encrypted is erased, and the owner never gets another. */
    record Destroyed() implements DataKey {}

    /**
     * It exists, but this service cannot unwrap it.
     *
     * @param kind the reason
     */
    record Locked(ContentUnreadable.Kind kind) implements DataKey {}
}
