package chat.parley.query.conversations;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.log.guard.Blocks;
import chat.parley.membership.MembershipHistory;
import chat.parley.membership.MembershipPeriod;
import chat.parley.views.history.ConversationHead;
import chat.parley.views.history.Uncounted;
import chat.parley.views.history.Watermarks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Of the messages that somebody has not read, those that do not wait for them: they are deleted, or of people whom they block. */
@Component
class UncountedMessages {

    private final Uncounted uncounted;
    private final Blocks blocks;

    UncountedMessages(Uncounted uncounted, Blocks blocks) {
        this.uncounted = uncounted;
        this.blocks = blocks;
    }

    /** By number; conversations without one are left out. */
    Map<ConversationId, Set<Long>> of(
            UserId viewer,
            Map<ConversationId, ConversationHead> heads,
            Map<ConversationId, MembershipHistory> stays,
            Map<ConversationId, Map<UserId, Watermarks>> reached) {
        Set<UserId> blocked = new HashSet<>(blocks.of(viewer));
        Map<ConversationId, Uncounted.Asked> asked = new HashMap<>();
        heads.forEach((conversation, head) -> {
            long seen = reached.getOrDefault(conversation, Map.of())
                    .getOrDefault(viewer, Watermarks.NONE)
                    .seen();
            if (seen < head.lastNumber()) {
                Set<UserId> silent = stays.getOrDefault(conversation, MembershipHistory.NONE).all().stream()
                        .map(MembershipPeriod::member)
                        .filter(blocked::contains)
                        .collect(Collectors.toSet());
                asked.put(conversation, new Uncounted.Asked(seen, head.lastNumber(), silent));
            }
        });
        return asked.isEmpty() ? Map.of() : uncounted.of(asked);
    }
}
