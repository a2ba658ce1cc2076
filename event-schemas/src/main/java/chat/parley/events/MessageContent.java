package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The content of a message.
 *
 * @param text 1 to 2,000 code points after Unicode normalization to NFC; empty of a call, and of files without words
 * @param mentions the members it mentions, in the order of the text; absent if it mentions none
 * @param link a page that it links to; absent if none is shown with it
 * @param attachments its files, in order; absent if it has none
 */
public record MessageContent(
        String text,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Mention> mentions,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LinkPreview link,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Attachment> attachments) {

    public MessageContent {
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** A text that mentions nobody. */
    public MessageContent(String text) {
        this(text, null, null);
    }

    /** A text that shows no page. */
    public MessageContent(String text, @Nullable List<Mention> mentions) {
        this(text, mentions, null);
    }

    /** A text without files. */
    public MessageContent(String text, @Nullable List<Mention> mentions, @Nullable LinkPreview link) {
        this(text, mentions, link, null);
    }

    /** The same text, which shows a page. */
    public MessageContent showing(LinkPreview page) {
        return new MessageContent(text, mentions, page, attachments);
    }

    /** Empty if it mentions nobody. */
    @Override
    public List<Mention> mentions() {
        return mentions == null ? List.of() : mentions;
    }

    /** Empty if it has none. */
    @Override
    public List<Attachment> attachments() {
        return attachments == null ? List.of() : attachments;
    }

    /** The same words with these files. */
    public MessageContent with(List<Attachment> files) {
        return new MessageContent(text, mentions, link, files);
    }

    /** Mentions count only of these people: others stay in the text as what was typed. */
    public MessageContent mentioningOnly(Set<UserId> people) {
        return new MessageContent(
                text,
                mentions().stream()
                        .filter(mention -> people.contains(mention.user()))
                        .toList(),
                link,
                attachments);
    }

    /** Everyone it mentions. */
    public Set<UserId> mentioned() {
        return mentions().stream().map(Mention::user).collect(Collectors.toUnmodifiableSet());
    }
}
