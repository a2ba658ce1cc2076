package chat.parley.events;

import java.util.UUID;

/**
 * Parses UUIDs only in the form of RFC 9562, in lower case; {@link UUID#fromString} would also accept shortened groups and
 * capitals.
 */
final class CanonicalUuid {

    private static final int LENGTH = 36;

    private CanonicalUuid() {}

    static UUID parse(String value) {
        if (!isCanonical(value)) {
            throw new IllegalArgumentException("not a UUID in its canonical form");
        }
        return UUID.fromString(value);
    }

    private static boolean isCanonical(String value) {
        if (value.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = value.charAt(i);
            boolean right = endsGroup(i) ? c == '-' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            if (!right) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsGroup(int i) {
        return i == 8 || i == 13 || i == 18 || i == 23;
    }
}
