package chat.parley.query.messages;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.EventType;
import chat.parley.events.StreamId;
import chat.parley.log.read.StreamQueries;
import chat.parley.membership.VisibleSequences;
import chat.parley.query.freshness.Freshness;
import chat.parley.query.history.History;
import chat.parley.query.history.Message;
import chat.parley.query.history.MessageAnnotations;
import chat.parley.query.messages.EventsController.EventView;
import chat.parley.query.messages.MessageRange.Direction;
import chat.parley.query.paging.Limit;
import chat.parley.query.visibility.ConversationAccess;
import chat.parley.refusals.Reason;
import chat.parley.views.history.Messages;
import chat.parley.views.history.SealedMessage;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
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
    private static final int MOST_NOTICES = 100;

    /**
     * A page of messages.
     *
     * @param next opaque; sent back as {@code ?cursor=} for the next page, null at the end
     * @param notices what happened between these messages and behind the last of them, in order of sequence: what a conversation shows in
     *     words. The newest 100; absent where nothing did
     */
    record MessagePage(
            List<MessageView> items,
            @Nullable String next,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EventView> notices) {}

    private final ConversationAccess access;
    private final StreamQueries streams;
    private final Messages messages;
    private final History history;
    private final MessageAnnotations saidAbout;
    private final ThreadReplies replies;
    private final Freshness freshness;

    MessagesController(
            ConversationAccess access,
            StreamQueries streams,
            Messages messages,
            History history,
            MessageAnnotations saidAbout,
            ThreadReplies replies,
            Freshness freshness) {
        this.access = access;
        this.streams = streams;
        this.messages = messages;
        this.history = history;
        this.saidAbout = saidAbout;
        this.replies = replies;
        this.freshness = freshness;
    }

    @GetMapping("/api/conversations/{conversation}/messages")
    @Operation(
            operationId = "listMessages",
            summary = "Messages by number",
            description =
                    "Newest first before a number, the end of the conversation by default, or oldest first after one.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.RANGE_INVALID})
    MessagePage history(
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
        freshness.ofHistory(after, caller.user(), List.of(id));
        List<SealedMessage> found = read(id, range, count + 1, visible);
        boolean more = found.size() > count && goesOn(range, found.get(count), visible);
        List<SealedMessage> page = found.size() > count ? found.subList(0, count) : found;
        List<Message> shown = history.open(page).stream()
                .filter(message -> visible.includes(message.sequence()))
                .toList();
        Map<Long, Replies> threads = replies.about(id, shown, visible);
        return new MessagePage(
                saidAbout.with(id, shown, visible).stream()
                        .map(message -> MessageView.of(message, threads.get(message.number())))
                        .toList(),
                more ? range.cursorAt(page.getLast().number()) : null,
                notices(id, page, range.isFromStart() || (range.direction() == Direction.BEFORE && !more), visible));
    }

    /**
     * Read from the log, which the view holds nothing of between messages. A conversation of two has none.
     *
     * @param first whether nothing comes before this page
     */
    private List<EventView> notices(
            ConversationId id, List<SealedMessage> page, boolean first, VisibleSequences visible) {
        if (DirectConversation.is(id)) {
            return List.of();
        }
        LongSummaryStatistics held =
                page.stream().mapToLong(SealedMessage::sequence).summaryStatistics();
        long begin = visible.first();
        long from = first || page.isEmpty() ? begin : held.getMin();
        long last = page.isEmpty() ? begin - 1 : held.getMax();
        return streams.between(StreamId.conversation(id), from, last, EventType.notices(), MOST_NOTICES).stream()
                .filter(event -> visible.includes(event.sequence()))
                .map(event -> EventView.of(id, event.envelope()))
                .toList();
    }

    private List<SealedMessage> read(ConversationId id, MessageRange range, int count, VisibleSequences visible) {
        return switch (range.direction()) {
            case BEFORE -> messages.before(id, range.number(), count);
            case AFTER -> messages.after(id, Math.max(range.number(), lastBefore(id, visible)), count);
        };
    }

    /** The newest number before what the viewer may see, so that nobody pages through what is not shown to them. */
    private long lastBefore(ConversationId id, VisibleSequences visible) {
        return visible.first() == 0 ? 0 : streams.lastNumberBefore(StreamId.conversation(id), visible.first());
    }

    /** There is nothing before the first event that the viewer may see. */
    private static boolean goesOn(MessageRange range, SealedMessage next, VisibleSequences visible) {
        return switch (range.direction()) {
            case BEFORE -> next.sequence() >= visible.first();
            case AFTER -> true;
        };
    }
}
