package chat.parley.log;

import chat.parley.events.EventId;
import chat.parley.events.ParleyEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event to append.
 *
 * @param sequence its place in its stream, from 0: one more than the last one the writer saw
 * @param command the command's id; only on the first event of a command that may be repeated
 */
public record NewEvent(
        EventId id,
        long sequence,
        ParleyEvent event,
        @Nullable CommandId command,
        Metadata metadata) {}
