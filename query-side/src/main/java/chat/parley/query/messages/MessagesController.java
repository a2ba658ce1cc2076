package chat.parley.query.messages;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import chat.parley.log.guard.VisibleSequences;
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
    private final Messages messages;
    private final History history;
    private final Freshness freshness;

    MessagesController(ConversationAccess access, Messages messages, History history, Freshness freshness) {
        this.access = access;
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
        freshness.ofHistory(after, List.of(id));
        List<SealedMessage> found = read(id, range, count + 1);
        boolean more = found.size() > count;
        List<SealedMessage> page = more ? found.subList(0, count) : found;
        return new Page<>(
                history.open(page).stream()
                        .filter(message -> visible.includes(message.sequence()))
                        .map(MessageView::of)
                        .toList(),
                more ? range.cursorAt(page.getLast().number()) : null);
    }

    private List<SealedMessage> read(ConversationId id, MessageRange range, int count) {
        return switch (range.direction()) {
            case BEFORE -> messages.before(id, range.number(), count);
            case AFTER -> messages.after(id, range.number(), count);
        };
    }
}
