package chat.parley.events;

import java.util.UUID;

/** UUIDs as RFC 9562 writes them, in lower case: {@link UUID#fromString} alone would also take shortened groups and capitals. */
final class CanonicalUuid {

    private CanonicalUuid() {}

    static UUID parse(String value) {
        UUID uuid = UUID.fromString(value);
        if (!uuid.toString().equals(value)) {
            throw new IllegalArgumentException("not a UUID in its canonical form");
        }
        return uuid;
    }
}
