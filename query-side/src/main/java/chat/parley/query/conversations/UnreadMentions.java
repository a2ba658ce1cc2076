package chat.parley.query.conversations;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.log.guard.AccountStatuses;
import chat.parley.log.guard.Blocks;
import chat.parley.views.history.ConversationHead;
import chat.parley.views.history.MentionedIn;
import chat.parley.views.history.Mentions;
import chat.parley.views.history.Watermarks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The mentions of someone that they have not read. */
@Component
class UnreadMentions {

    private final Mentions mentions;
    private final Blocks blocks;
    private final AccountStatuses accounts;

    UnreadMentions(Mentions mentions, Blocks blocks, AccountStatuses accounts) {
        this.mentions = mentions;
        this.blocks = blocks;
        this.accounts = accounts;
    }

    Map<ConversationId, List<MentionedIn>> of(
            UserId viewer,
            Map<ConversationId, ConversationHead> heads,
            Map<ConversationId, Map<UserId, Watermarks>> reached) {
        Map<ConversationId, Mentions.Behind> unread = new HashMap<>();
        heads.forEach((conversation, head) -> {
            long seen = reached.getOrDefault(conversation, Map.of())
                    .getOrDefault(viewer, Watermarks.NONE)
                    .seen();
            if (seen < head.lastNumber()) {
                unread.put(conversation, new Mentions.Behind(seen, head.lastNumber()));
            }
        });
        Map<ConversationId, List<MentionedIn>> found = mentions.of(viewer, unread);
        if (found.isEmpty()) {
            return found;
        }
        Set<UserId> silent = new HashSet<>(blocks.of(viewer));
        found.values().stream()
                .flatMap(List::stream)
                .map(MentionedIn::author)
                .distinct()
                .filter(author -> accounts.of(author)
                        .filter(AccountStatuses.AccountStatus::erased)
                        .isPresent())
                .forEach(silent::add);
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .filter(each -> !silent.contains(each.author()))
                                .toList()));
    }
}
