package chat.parley.events;

import java.util.UUID;

/** UUIDs as RFC 9562 writes them: {@link UUID#fromString} alone would also take shortened groups. */
final class CanonicalUuid {

    private static final int LENGTH = 36;

    private CanonicalUuid() {}

    static UUID parse(String value) {
        if (value.length() != LENGTH) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(value);
    }
}
