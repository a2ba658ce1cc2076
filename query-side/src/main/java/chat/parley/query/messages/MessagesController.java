package chat.parley.query.messages;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import chat.parley.log.guard.VisibleSequences;
import chat.parley.query.freshness.Freshness;
import chat.parley.query.paging.Limit;
import chat.parley.query.paging.Page;
import chat.parley.query.visibility.ConversationAccess;
import chat.parley.refusals.Reason;
import chat.parley.views.history.Message;
import chat.parley.views.history.Messages;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
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

    /**
     * A message as history shows it.
     *
     * @param text null once it is gone
     * @param gone why there is no text any more; absent while there is one
     */
    record MessageView(
            long number,
            long sequence,
            MessageId message,
            UserId author,
            @Nullable String text,
            @JsonInclude(JsonInclude.Include.NON_NULL) Message.@Nullable Gone gone,
            Instant at) {

        static MessageView of(Message message) {
            return new MessageView(
                    message.number(),
                    message.sequence(),
                    message.message(),
                    message.author(),
                    message.text(),
                    message.gone(),
                    message.at());
        }
    }

    private final ConversationAccess access;
    private final Messages messages;
    private final Freshness freshness;

    MessagesController(ConversationAccess access, Messages messages, Freshness freshness) {
        this.access = access;
        this.messages = messages;
        this.freshness = freshness;
    }

    @GetMapping("/api/conversations/{conversation}/messages")
    @Operation(
            operationId = "listMessages",
            summary = "Messages by number",
            description =
                    "Newest first before a number, the end of the conversation by default, or oldest first after one.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.RANGE_INVALID})
    Page<MessageView> history(
            Caller caller,
            @PathVariable("conversation") ConversationId id,
            @RequestParam @Nullable Long before,
            @RequestParam(name = "after") @Nullable Long afterNumber,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor,
            @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        int count = Limit.of(limit, USUAL, MOST);
        MessageRange range = MessageRange.of(before, afterNumber, cursor);
        VisibleSequences visible = access.visible(id, caller.user());
        freshness.ofHistory(after, List.of(id));
        List<Message> found = read(id, range, count + 1);
        boolean more = found.size() > count;
        List<Message> page = more ? found.subList(0, count) : found;
        return new Page<>(
                page.stream()
                        .filter(message -> visible.includes(message.sequence()))
                        .map(MessageView::of)
                        .toList(),
                more ? range.cursorAt(page.getLast().number()) : null);
    }

    private List<Message> read(ConversationId id, MessageRange range, int count) {
        return switch (range.direction()) {
            case BEFORE -> messages.before(id, range.number(), count);
            case AFTER -> messages.after(id, range.number(), count);
        };
    }
}
