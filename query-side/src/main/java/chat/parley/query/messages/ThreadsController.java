package chat.parley.query.messages;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.events.ConversationId;
import chat.parley.events.NumberRanges;
import chat.parley.events.SentMessage;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.guard.Blocks;
import chat.parley.log.guard.Memberships;
import chat.parley.membership.MembershipHistory;
import chat.parley.membership.VisibleSequences;
import chat.parley.query.conversations.HiddenMessages;
import chat.parley.query.freshness.Freshness;
import chat.parley.query.history.History;
import chat.parley.query.history.Message;
import chat.parley.query.history.MessageAnnotations;
import chat.parley.query.messages.OwnThreads.OwnThread;
import chat.parley.query.messages.UnreadReplies.UnreadReply;
import chat.parley.query.paging.Cursor;
import chat.parley.query.paging.Limit;
import chat.parley.query.visibility.ConversationAccess;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.views.history.Messages;
import chat.parley.views.history.SealedMessage;
import chat.parley.views.history.Threads;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Messages")
class ThreadsController {

    private static final int USUAL = 50;
    private static final int MOST = 100;
    private static final String LIST = "thread";

    /** Of those that somebody follows, the ones that were written in last. */
    private static final int MOST_THREADS = 200;

    /**
     * How one has a thread.
     *
     * @param following whether one follows it: one wrote there, is mentioned or began it, or chose to
     * @param chosen what one chose; absent where one never chose
     * @param readUpTo the number in the thread up to which nothing waits for one
     * @param since the number of the first message that concerned one; 0 where none did
     * @param unread the messages behind it in order, the newest 1,000, without deleted ones, those one deleted for oneself and those of people whom one blocks
     * @param asOf the position of the newest event in which one marked it; 0 where one never did
     */
    record OwnThreadView(
            boolean following,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean chosen,

            long readUpTo,
            long since,
            List<UnreadReply> unread,
            long asOf) {}

    /**
     * A page of a thread.
     *
     * @param root the message that it is about
     * @param items newest first
     * @param next opaque; sent back as {@code ?cursor=} for the next page, null at the end
     */
    record ThreadPage(
            MessageView root,
            OwnThreadView own,
            List<MessageView> items,
            @Nullable String next) {}

    record FollowedThread(ConversationId conversation, MessageView root, OwnThreadView own) {}

    /** @param items who was written in last first, at most 200 */
    record FollowedThreads(List<FollowedThread> items) {}

    private final ConversationAccess access;
    private final Memberships memberships;
    private final EventLog log;
    private final Messages messages;
    private final Threads threads;
    private final OwnThreads own;
    private final History history;
    private final MessageAnnotations saidAbout;
    private final Blocks blocks;
    private final HiddenMessages hidden;
    private final Freshness freshness;

    ThreadsController(
            ConversationAccess access,
            Memberships memberships,
            EventLog log,
            Messages messages,
            Threads threads,
            OwnThreads own,
            History history,
            MessageAnnotations saidAbout,
            Blocks blocks,
            HiddenMessages hidden,
            Freshness freshness) {
        this.access = access;
        this.memberships = memberships;
        this.log = log;
        this.messages = messages;
        this.threads = threads;
        this.own = own;
        this.history = history;
        this.saidAbout = saidAbout;
        this.blocks = blocks;
        this.hidden = hidden;
        this.freshness = freshness;
    }

    @GetMapping("/api/conversations/{conversation}/threads/{root}")
    @Operation(
            operationId = "listReplies",
            summary = "Messages of a thread",
            description = "Newest first. The thread is named by the sequence of its root; there need not be one yet.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.MESSAGE_UNKNOWN, Reason.IN_A_THREAD, Reason.RANGE_INVALID})
    ThreadPage page(
            Caller caller,
            @PathVariable("conversation") ConversationId id,
            @PathVariable("root") long sequence,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor,
            @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        int count = Limit.of(limit, USUAL, MOST);
        long before =
                cursor == null ? Long.MAX_VALUE : Cursor.parse(cursor, LIST, 1).number(0);
        VisibleSequences visible = access.visible(id, caller.user());
        freshness.ofHistory(after, caller.user(), List.of(id));
        Threads.Root root = new Threads.Root(id, rootAt(id, sequence, visible));
        List<Threads.Entry> found = threads.before(root, before, count + 1);
        List<Threads.Entry> page = found.size() > count ? found.subList(0, count) : found;
        Map<Long, Message> shown = shown(
                id,
                Stream.concat(page.stream().map(Threads.Entry::message), Stream.of(root.number()))
                        .toList(),
                visible);
        Message about = Objects.requireNonNull(shown.get(root.number()));
        List<Threads.Entry> newest = newest(Set.of(root)).getOrDefault(root, List.of());
        return new ThreadPage(
                MessageView.of(about, Replies.of(newest, visible).orElse(null)),
                own(caller.user(), root, own.of(caller.user(), root), newest, visible),
                page.stream()
                        .flatMap(entry -> Stream.ofNullable(shown.get(entry.message())))
                        .map(message -> MessageView.of(message, null))
                        .toList(),
                found.size() > count && goesOn(found, visible)
                        ? Cursor.of(LIST, page.getLast().number()).text()
                        : null);
    }

    /** What comes before the first message that somebody may see is none of theirs. */
    private static boolean goesOn(List<Threads.Entry> found, VisibleSequences visible) {
        return found.getLast().sequence() >= visible.first();
    }

    @GetMapping("/api/threads")
    @Operation(
            operationId = "listThreads",
            summary = "The threads that one follows",
            description =
                    "Those that were written in last come first. Of conversations that one has left there are none.")
    FollowedThreads followed(Caller caller, @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        UserId viewer = caller.user();
        Map<ConversationId, MembershipHistory> stays = memberships.ofMember(viewer);
        freshness.ofHistory(after, viewer, stays.keySet());
        Map<Threads.Root, OwnThread> followed = new HashMap<>(own.of(viewer));
        followed.entrySet()
                .removeIf(each -> !each.getValue().followed()
                        || !stays.containsKey(each.getKey().conversation()));
        Map<Threads.Root, List<Threads.Entry>> entries = newest(followed.keySet());
        List<Threads.Root> newest = entries.keySet().stream()
                .sorted(Comparator.comparing((Threads.Root root) -> Objects.requireNonNull(entries.get(root))
                                .getFirst()
                                .at())
                        .reversed())
                .limit(MOST_THREADS)
                .toList();
        Map<ConversationId, Map<Long, Message>> roots = new HashMap<>();
        newest.stream()
                .collect(Collectors.groupingBy(Threads.Root::conversation))
                .forEach((conversation, theirs) -> roots.put(
                        conversation,
                        shown(
                                conversation,
                                theirs.stream().map(Threads.Root::number).toList(),
                                Objects.requireNonNull(stays.get(conversation)).visibleTo(viewer))));
        return new FollowedThreads(newest.stream()
                .flatMap(root -> Stream.ofNullable(Objects.requireNonNull(roots.get(root.conversation()))
                                .get(root.number()))
                        .map(message -> {
                            VisibleSequences visible = Objects.requireNonNull(stays.get(root.conversation()))
                                    .visibleTo(viewer);
                            List<Threads.Entry> theirs = Objects.requireNonNull(entries.get(root));
                            return new FollowedThread(
                                    root.conversation(),
                                    MessageView.of(
                                            message, Replies.of(theirs, visible).orElse(null)),
                                    own(viewer, root, Objects.requireNonNull(followed.get(root)), theirs, visible));
                        }))
                .toList());
    }

    private Map<Threads.Root, List<Threads.Entry>> newest(Set<Threads.Root> roots) {
        return threads.newest(roots.stream().collect(Collectors.toMap(Function.identity(), _ -> 1L)), Replies.MOST);
    }

    private OwnThreadView own(
            UserId viewer, Threads.Root root, OwnThread thread, List<Threads.Entry> entries, VisibleSequences visible) {
        NumberRanges unseen = hidden.of(viewer, root.conversation());
        UnreadReplies unread =
                UnreadReplies.of(viewer, entries, thread.seen(), visible, new HashSet<>(blocks.of(viewer)), unseen);
        return new OwnThreadView(
                thread.followed(),
                thread.chosen(),
                unread.readUpTo(),
                thread.since(),
                unread.messages(),
                thread.asOf());
    }

    /** By number, with what members say about them, as far as the viewer may see them. */
    private Map<Long, Message> shown(ConversationId conversation, List<Long> numbers, VisibleSequences visible) {
        List<SealedMessage> found = messages.of(conversation, numbers);
        List<Message> shown = history.open(found).stream()
                .filter(message -> visible.includes(message.sequence()))
                .toList();
        return saidAbout.with(conversation, shown, visible).stream()
                .collect(Collectors.toMap(Message::number, Function.identity(), (first, _) -> first));
    }

    /** The number of the message at a sequence that there can be a thread about. */
    private long rootAt(ConversationId id, long sequence, VisibleSequences visible) {
        if (sequence < 0 || !visible.includes(sequence)) {
            throw new Refused(Reason.MESSAGE_UNKNOWN);
        }
        return log.readStream(StreamId.conversation(id), sequence, 1).stream()
                .filter(stored -> stored.sequence() == sequence)
                .flatMap(stored -> stored.event() instanceof SentMessage sent ? Stream.of(sent) : Stream.empty())
                .findFirst()
                .map(ThreadsController::asRoot)
                .orElseThrow(() -> new Refused(Reason.MESSAGE_UNKNOWN));
    }

    private static long asRoot(SentMessage sent) {
        if (sent.thread() != null) {
            throw new Refused(Reason.IN_A_THREAD);
        }
        return sent.number();
    }
}
