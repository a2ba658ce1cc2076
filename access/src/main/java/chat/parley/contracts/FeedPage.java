package chat.parley.contracts;

import chat.parley.events.Envelope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A page of the events that someone has missed, stream by stream: each stream's events in sequence, then, for a
 * conversation, its receipts. Streams are conversations and the person's own streams, such as their account's. At the very
 * end come the erasures of people they talk with.
 *
 * @param head the position up to which all pages of this feed go
 * @param reset too much is missing, or the given positions are impossible: the client has to start anew
 * @param page the token of the next page; null at the end
 */
public record FeedPage(
        long head,
        boolean reset,

        @JsonSerialize(contentUsing = EnvelopeSerialization.Writer.class)
        @JsonDeserialize(contentUsing = EnvelopeSerialization.Reader.class)
        List<Envelope> items,

        @Nullable String page) {

    public FeedPage {
        items = List.copyOf(items);
    }

    public static FeedPage reset(long head) {
        return new FeedPage(head, true, List.of(), null);
    }

    public static FeedPage end(long head, List<Envelope> items) {
        return new FeedPage(head, false, items, null);
    }
}
