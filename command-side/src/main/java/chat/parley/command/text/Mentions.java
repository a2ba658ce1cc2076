package chat.parley.command.text;

import chat.parley.contracts.NewMessage;
import chat.parley.events.Mention;
import chat.parley.events.MessageContent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of a message as its author's client wrote it: its text and the mentions in it. */
public final class Mentions {

    private static final String FIELD = "mentions";
    private static final int LONGEST = 100;

    private Mentions() {}

    /**
     * @param text as typed
     * @param mentions their places count in the text after its normalization
     * @throws Refused as {@link MessageText#normalized} does, and {@link Reason#MENTION_INVALID} for one that is no part of the
     *     text, begins with something other than an at sign or overlaps another, and for more than 50
     */
    public static MessageContent content(String text, @Nullable List<Mention> mentions) {
        String normalized = MessageText.normalized(text);
        List<Mention> inOrder = mentions == null
                ? List.of()
                : mentions.stream()
                        .sorted(Comparator.comparingInt(Mention::from))
                        .toList();
        if (inOrder.size() > NewMessage.MOST_MENTIONS) {
            throw invalid();
        }
        int free = 0;
        for (Mention mention : inOrder) {
            if (mention.from() < free || !isIn(normalized, mention)) {
                throw invalid();
            }
            free = mention.end();
        }
        return new MessageContent(normalized, inOrder);
    }

    private static boolean isIn(String text, Mention mention) {
        return mention.length() > 1
                && mention.length() <= LONGEST
                && mention.from() <= text.length() - mention.length()
                && text.charAt(mention.from()) == '@'
                && !isWithinPair(text, mention.end());
    }

    private static boolean isWithinPair(String text, int place) {
        return place < text.length() && Character.isLowSurrogate(text.charAt(place));
    }

    private static Refused invalid() {
        return Refused.forField(FIELD, Reason.MENTION_INVALID);
    }
}
