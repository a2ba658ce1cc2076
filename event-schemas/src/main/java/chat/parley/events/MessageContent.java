package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The content of a message.
 *
 * @param text 1 to 2,000 code points after Unicode normalization to NFC; empty of a call
 * @param mentions the members it mentions, in the order of the text; absent if it mentions none
 */
public record MessageContent(
        String text,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Mention> mentions) {

    public MessageContent {
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
    }

    /** A text that mentions nobody. */
    public MessageContent(String text) {
        this(text, null);
    }

    /** Empty if it mentions nobody. */
    @Override
    public List<Mention> mentions() {
        return mentions == null ? List.of() : mentions;
    }

    /** Mentions count only of these people: others stay in the text as what was typed. */
    public MessageContent mentioningOnly(Set<UserId> people) {
        return new MessageContent(
                text,
                mentions().stream()
                        .filter(mention -> people.contains(mention.user()))
                        .toList());
    }

    /** Everyone it mentions. */
    public Set<UserId> mentioned() {
        return mentions().stream().map(Mention::user).collect(Collectors.toUnmodifiableSet());
    }
}
