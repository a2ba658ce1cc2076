package chat.parley.command.conversation;

import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Who sent which of the last messages. Recognizes a message sent again within moments without asking the log; the log's
 * unique key recognizes the others.
 */
final class RecentMessages {

    /** Thousands of conversations are kept in memory, and a client repeats what it sent seconds ago. */
    static final int WINDOW = 200;

    private record Sent(UserId author, MessageId message) {}

    private final Deque<Sent> inOrder = new ArrayDeque<>();
    private final Set<Sent> known = new HashSet<>();

    boolean contains(UserId author, MessageId message) {
        return known.contains(new Sent(author, message));
    }

    void add(UserId author, MessageId message) {
        Sent sent = new Sent(author, message);
        if (known.add(sent)) {
            inOrder.addLast(sent);
        }
        if (inOrder.size() > WINDOW) {
            known.remove(inOrder.removeFirst());
        }
    }
}
