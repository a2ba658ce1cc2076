package chat.parley.query.messages;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.events.ConversationId;
import chat.parley.events.NumberRanges;
import chat.parley.membership.VisibleSequences;
import chat.parley.query.conversations.HiddenMessages;
import chat.parley.query.freshness.Freshness;
import chat.parley.query.history.History;
import chat.parley.query.history.Message;
import chat.parley.query.history.MessageAnnotations;
import chat.parley.query.paging.Cursor;
import chat.parley.query.paging.Limit;
import chat.parley.query.visibility.ConversationAccess;
import chat.parley.refusals.Reason;
import chat.parley.views.history.Messages;
import chat.parley.views.history.SealedMessage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads a conversation backwards for messages that hold something; see docs/adr/0076. */
@RestController
@Tag(name = "Messages")
class MediaController {

    private static final String LIST = "media";
    private static final int USUAL = 30;
    private static final int MOST = 100;
    private static final int READ_AT_ONCE = 100;

    /** A conversation in which nobody ever sent such a thing is read in several requests. */
    private static final int MOST_READ = 1_000;

    /**
     * Messages that hold something, newest first.
     *
     * @param next opaque; sent back as {@code ?cursor=} to look further back, where there may be more or not; null at the beginning of the
     *     conversation
     */
    record MediaPage(List<MessageView> items, @Nullable String next) {}

    private final ConversationAccess access;
    private final Messages messages;
    private final History history;
    private final MessageAnnotations saidAbout;
    private final HiddenMessages hidden;
    private final Freshness freshness;

    MediaController(
            ConversationAccess access,
            Messages messages,
            History history,
            MessageAnnotations saidAbout,
            HiddenMessages hidden,
            Freshness freshness) {
        this.access = access;
        this.messages = messages;
        this.history = history;
        this.saidAbout = saidAbout;
        this.hidden = hidden;
        this.freshness = freshness;
    }

    @GetMapping("/api/conversations/{conversation}/media")
    @Operation(
            operationId = "listMedia",
            summary = "Messages that hold something, newest first",
            description =
                    "Without those that one deleted for oneself. A page may be empty though there are more behind it.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.RANGE_INVALID, Reason.CURSOR_INVALID})
    MediaPage media(
            Caller caller,
            @PathVariable("conversation") ConversationId id,
            @RequestParam String kind,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor,
            @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        MediaKind wanted = MediaKind.ofCode(kind);
        int count = Limit.of(limit, USUAL, MOST);
        long before =
                cursor == null ? Long.MAX_VALUE : Cursor.parse(cursor, LIST, 1).number(0);
        VisibleSequences visible = access.visible(id, caller.user());
        freshness.ofHistory(after, caller.user(), List.of(id));
        NumberRanges left = hidden.of(caller.user(), id);
        List<MessageView> found = new ArrayList<>();
        for (int read = 0; read < MOST_READ; read += READ_AT_ONCE) {
            List<SealedMessage> page = messages.before(id, before, READ_AT_ONCE);
            for (Message message : shown(id, page, visible)) {
                if (wanted.isIn(message) && !left.contains(message.number())) {
                    found.add(MessageView.of(message, null));
                }
                if (found.size() == count) {
                    return new MediaPage(found, nextBefore(message.number()));
                }
            }
            if (page.size() < READ_AT_ONCE || page.getLast().sequence() < visible.first()) {
                return new MediaPage(found, null);
            }
            before = page.getLast().number();
        }
        return new MediaPage(found, nextBefore(before));
    }

    private List<Message> shown(ConversationId id, List<SealedMessage> page, VisibleSequences visible) {
        List<Message> seen = history.open(page).stream()
                .filter(message -> visible.includes(message.sequence()))
                .toList();
        return saidAbout.with(id, seen, visible);
    }

    private static String nextBefore(long number) {
        return Cursor.of(LIST, number).text();
    }
}
