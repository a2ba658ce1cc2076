package chat.parley.command.conversation;

import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * The ids and authors of the last messages. Recognizes a message that is sent again within moments without asking the log;
 * the log's unique key recognizes older ones.
 */
final class RecentMessages {

    /** Small, because thousands of conversations are in memory and a client repeats only what it sent seconds ago. */
    static final int WINDOW = 100;

    /** The memory of two ids, their pair, and its entry in the set. */
    static final int BYTES_EACH = 170;

    record Sent(UserId author, MessageId message) {}

    private final SequencedSet<Sent> inOrder = new LinkedHashSet<>();

    RecentMessages() {}

    RecentMessages(List<Sent> sent) {
        inOrder.addAll(sent);
    }

    boolean contains(UserId author, MessageId message) {
        return inOrder.contains(new Sent(author, message));
    }

    void add(UserId author, MessageId message) {
        inOrder.add(new Sent(author, message));
        if (inOrder.size() > WINDOW) {
            inOrder.removeFirst();
        }
    }

    List<Sent> inOrder() {
        return List.copyOf(inOrder);
    }

    int size() {
        return inOrder.size();
    }
}
