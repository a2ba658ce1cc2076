package chat.parley.gateway.membership;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.Facets;
import chat.parley.events.Joined;
import chat.parley.events.UserId;
import chat.parley.gateway.feed.ConversationFeed;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The members of the conversations that were lately of interest; the guard tables, through the feed, stand behind it. */
@Component
public class Members {

    private static final int MAX_REMEMBERED = 100_000;

    private final ConversationFeed feed;
    private final Map<ConversationId, Set<UserId>> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, Set<UserId>> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    Members(ConversationFeed feed) {
        this.feed = feed;
    }

    /** Takes what an event says of membership; events of one conversation come in order. */
    public void learn(ConversationId conversation, Facets facets, long sequence) {
        if (!facets.changesMembership()) {
            return;
        }
        if (sequence == 0) {
            remember(conversation, facets.joins().stream().map(Joined::member).collect(Collectors.toUnmodifiableSet()));
        } else {
            forget(conversation);
        }
    }

    /** Nobody if there is no such conversation. */
    public Set<UserId> of(Caller caller, ConversationId conversation) {
        Set<UserId> known = recall(conversation);
        if (known != null) {
            return known;
        }
        Set<UserId> members = Set.copyOf(feed.members(caller, conversation));
        if (!members.isEmpty()) {
            remember(conversation, members);
        }
        return members;
    }

    /** The members of a conversation the caller is in; refused as unknown to anyone else. */
    public Set<UserId> ofOwn(Caller caller, ConversationId conversation) {
        Set<UserId> members = of(caller, conversation);
        if (!members.contains(caller.user())) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        return members;
    }

    private @Nullable Set<UserId> recall(ConversationId conversation) {
        synchronized (remembered) {
            return remembered.get(conversation);
        }
    }

    private void forget(ConversationId conversation) {
        synchronized (remembered) {
            remembered.remove(conversation);
        }
    }

    private void remember(ConversationId conversation, Set<UserId> members) {
        synchronized (remembered) {
            remembered.put(conversation, members);
        }
    }
}
