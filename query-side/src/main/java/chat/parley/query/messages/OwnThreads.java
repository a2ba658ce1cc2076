package chat.parley.query.messages;

import chat.parley.events.StreamId;
import chat.parley.events.ThreadMarked;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.PersonalStreams;
import chat.parley.views.history.Threads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How somebody has threads: which they follow, from the view and from what they chose, and how far they have read them. */
@Component
class OwnThreads {

    /**
     * @param since the number of the first message that concerned them; 0 where none did
     * @param chosen whether they chose to follow it; null where they never chose
     * @param readUpTo as they marked it
     * @param asOf the position of the newest event that says so; 0 where there is none
     */
    record OwnThread(long since, @Nullable Boolean chosen, long readUpTo, long asOf) {

        static final OwnThread NONE = new OwnThread(0, null, 0, 0);

        boolean followed() {
            return chosen == null ? since > 0 : chosen;
        }

        /** Nothing up to there waits for them: what came before it concerned them does not. */
        long seen() {
            return Math.max(readUpTo, since - 1);
        }

        private OwnThread marked(ThreadMarked mark, long position) {
            return new OwnThread(since, mark.following(), mark.readUpTo(), position);
        }
    }

    private final Threads threads;
    private final PersonalStreams personal;
    private final EventLog log;

    OwnThreads(Threads threads, PersonalStreams personal, EventLog log) {
        this.threads = threads;
        this.personal = personal;
        this.log = log;
    }

    /** Every thread that concerns them, followed or not. */
    Map<Threads.Root, OwnThread> of(UserId member) {
        Map<Threads.Root, OwnThread> own = new HashMap<>();
        threads.followedBy(member)
                .forEach(each -> own.put(
                        new Threads.Root(each.conversation(), each.root()), new OwnThread(each.since(), null, 0, 0)));
        List<StreamId> marked = personal.streamsOf(member).stream()
                .filter(stream -> stream.category().equals(StreamId.THREAD))
                .toList();
        if (!marked.isEmpty()) {
            log.newestOf(marked).forEach(event -> mark(own, event));
        }
        return own;
    }

    OwnThread of(UserId member, Threads.Root root) {
        Map<Threads.Root, OwnThread> own = new HashMap<>();
        threads.followedBy(member, root).ifPresent(each -> own.put(root, new OwnThread(each.since(), null, 0, 0)));
        log.newestOf(List.of(StreamId.thread(root.conversation(), member, root.number())))
                .forEach(event -> mark(own, event));
        return own.getOrDefault(root, OwnThread.NONE);
    }

    private static void mark(Map<Threads.Root, OwnThread> own, StoredEvent event) {
        if (event.event() instanceof ThreadMarked mark) {
            own.compute(
                    new Threads.Root(mark.conversation(), mark.root().number()),
                    (_, known) ->
                            Objects.requireNonNullElse(known, OwnThread.NONE).marked(mark, event.position()));
        }
    }
}
