package chat.parley.standalone;

import chat.parley.infrastructure.EmbeddedInfrastructure;
import org.jspecify.annotations.Nullable;

/** The port people open: the one asked for, else the one kept from the last start, else 8080 or a free one. */
final class HttpPort {

    private static final int FIRST_CHOICE = 8080;

    private HttpPort() {}

    static int of(EmbeddedInfrastructure infrastructure, @Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return infrastructure.port("http", FIRST_CHOICE);
        }
        try {
            return Integer.parseInt(asked.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("PARLEY_PORT is not a port number: " + asked, e);
        }
    }
}
