package chat.parley.contracts;

import chat.parley.events.Envelope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A part of what someone lacks: stream by stream, each one's events in sequence and then, of a conversation, its receipts; streams are
 * conversations and those of one's own, as the account's. At the very end who was erased of those they talk with.
 *
 * @param head the position all pages of this feed go up to
 * @param reset too much is missing, or what was said to be held cannot be: nothing is sent, start anew
 * @param page what to ask for the next page with; null at the end
 */
public record FeedPage(
        long head,
        boolean reset,

        @JsonSerialize(contentUsing = EnvelopeForm.Writer.class)
        @JsonDeserialize(contentUsing = EnvelopeForm.Reader.class)
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
