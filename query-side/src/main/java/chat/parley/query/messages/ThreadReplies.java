package chat.parley.query.messages;

import chat.parley.events.ConversationId;
import chat.parley.membership.VisibleSequences;
import chat.parley.query.history.Message;
import chat.parley.views.history.Threads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What there is in the threads about messages, as far as somebody may see it. */
@Component
class ThreadReplies {

    private final Threads threads;

    ThreadReplies(Threads threads) {
        this.threads = threads;
    }

    /** By the numbers of the messages; those that there is no thread about are left out. */
    Map<Long, Replies> about(ConversationId conversation, List<Message> messages, VisibleSequences visible) {
        List<Long> roots = messages.stream()
                .filter(message -> message.thread() == null)
                .map(Message::number)
                .toList();
        Map<Threads.Root, Long> asked = threads.among(conversation, roots).stream()
                .collect(Collectors.toMap(root -> new Threads.Root(conversation, root), _ -> 1L));
        Map<Long, Replies> found = new HashMap<>();
        threads.newest(asked, Replies.MOST)
                .forEach((root, entries) ->
                        Replies.of(entries, visible).ifPresent(replies -> found.put(root.number(), replies)));
        return found;
    }
}
