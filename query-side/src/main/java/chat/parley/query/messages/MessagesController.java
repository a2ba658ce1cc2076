package chat.parley.query.messages;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.ManyStreams;
import chat.parley.membership.VisibleSequences;
import chat.parley.query.freshness.Freshness;
import chat.parley.query.history.History;
import chat.parley.query.history.Message;
import chat.parley.query.paging.Limit;
import chat.parley.query.paging.Page;
import chat.parley.query.visibility.ConversationAccess;
import chat.parley.views.history.Messages;
import chat.parley.views.history.SealedMessage;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Messages")
class MessagesController {

    private static final int USUAL = 50;
    private static final int MOST = 100;

    record MessageView(
            long number,
            long sequence,
            MessageId message,
            UserId author,

            @Schema(description = "Null once it is gone") @Nullable
            String text,

            @Schema(
                    description = "Why there is no text any more; absent while there is one",
                    allowableValues = {"deleted", "erased", "unreadable"})
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String gone,

            Instant at) {

        static MessageView of(Message message) {
            return new MessageView(
                    message.number(),
                    message.sequence(),
                    message.message(),
                    message.author(),
                    message.text(),
                    message.goneCode(),
                    message.at());
        }
    }

    private final ConversationAccess access;
    private final ManyStreams streams;
    private final Messages messages;
    private final History history;
    private final Freshness freshness;

    MessagesController(
            ConversationAccess access, ManyStreams streams, Messages messages, History history, Freshness freshness) {
        this.access = access;
        this.streams = streams;
        this.messages = messages;
        this.history = history;
        this.freshness = freshness;
    }

    @GetMapping("/api/conversations/{id}/messages")
    @Operation(
            summary = "Messages by number",
            description =
                    "Newest first before a number, the end of the conversation by default, or oldest first after one.")
    Page<MessageView> history(
            Caller caller,
            @PathVariable ConversationId id,
            @RequestParam @Nullable Long before,
            @RequestParam(name = "after") @Nullable Long afterNumber,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor,
            @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        int count = Limit.of(limit, USUAL, MOST);
        MessageRange range = MessageRange.of(before, afterNumber, cursor);
        VisibleSequences visible = access.visible(id, caller.user());
        freshness.ofHistory(after, caller.user(), List.of(id));
        List<SealedMessage> found = read(id, range, count + 1, visible);
        boolean more = found.size() > count && goesOn(range, found.get(count), visible);
        List<SealedMessage> page = found.size() > count ? found.subList(0, count) : found;
        return new Page<>(
                history.open(page).stream()
                        .filter(message -> visible.includes(message.sequence()))
                        .map(MessageView::of)
                        .toList(),
                more ? range.cursorAt(page.getLast().number()) : null);
    }

    private List<SealedMessage> read(ConversationId id, MessageRange range, int count, VisibleSequences visible) {
        return switch (range.direction()) {
            case BEFORE -> messages.before(id, range.number(), count);
            case AFTER -> messages.after(id, Math.max(range.number(), lastBefore(id, visible)), count);
        };
    }

    /** The newest number before what the viewer may see: nobody pages through what is not shown to them. */
    private long lastBefore(ConversationId id, VisibleSequences visible) {
        return visible.first() == 0 ? 0 : streams.lastNumberBefore(StreamId.conversation(id), visible.first());
    }

    /** Before the first event the viewer may see there is nothing more. */
    private static boolean goesOn(MessageRange range, SealedMessage next, VisibleSequences visible) {
        return switch (range.direction()) {
            case BEFORE -> next.sequence() >= visible.first();
            case AFTER -> true;
        };
    }
}
