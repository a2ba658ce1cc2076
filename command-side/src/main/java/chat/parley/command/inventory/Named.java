package chat.parley.command.inventory;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

/** How many an answer names. */
final class Named {

    private static final int USUAL = 50;
    private static final int MOST = 1_000;

    private Named() {}

    static int most(@Nullable Integer asked) {
        if (asked == null) {
            return USUAL;
        }
        if (asked < 0 || asked > MOST) {
            throw new InvalidEndpointRequestException("limit is 0 to " + MOST, "limit is 0 to " + MOST);
        }
        return asked;
    }
}
