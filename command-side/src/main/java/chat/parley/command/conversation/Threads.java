package chat.parley.command.conversation;

import chat.parley.events.InThread;
import chat.parley.events.SentMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far the threads of a conversation go: two numbers for each, and one for all the messages that are in threads alone. */
final class Threads {

    /** @param root the number of the message that the thread is about */
    record End(long root, long last) {}

    /** The memory of two numbers and their entry in the map. */
    static final int BYTES_EACH = 90;

    private final Map<Long, Long> lastByRoot = new HashMap<>();
    private long lastReply;

    Threads() {}

    Threads(long lastReply, List<End> ends) {
        this.lastReply = lastReply;
        ends.forEach(end -> lastByRoot.put(end.root(), end.last()));
    }

    void add(SentMessage sent) {
        InThread place = sent.thread();
        if (place != null) {
            lastByRoot.put(place.root().number(), place.number());
        }
        lastReply = Math.min(lastReply, sent.number());
    }

    /** The number of the newest message of a thread; 0 where there is none. */
    long last(long root) {
        return lastByRoot.getOrDefault(root, 0L);
    }

    /** They are numbered downwards; 0 before the first. */
    long lastReply() {
        return lastReply;
    }

    List<End> ends() {
        return lastByRoot.entrySet().stream()
                .map(end -> new End(end.getKey(), end.getValue()))
                .toList();
    }

    int size() {
        return lastByRoot.size();
    }
}
