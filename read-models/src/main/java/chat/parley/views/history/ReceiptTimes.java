package chat.parley.views.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When one message reached one member; null for a step it has not reached.
 *
 * @param delivered never after {@code read}: what was read was delivered
 */
public record ReceiptTimes(
        @Nullable Instant delivered, @Nullable Instant read) {}
