package chat.parley.command.conversation.react;

import chat.parley.command.conversation.MessageAnnotation;
import chat.parley.command.conversation.TargetMessages.AnnotatedMessage;
import chat.parley.events.ReactionsChanged;
import chat.parley.events.SentMessage;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A member adds a reaction to a message, or removes it.
 *
 * @param sequence of the message in its conversation
 * @param before every member's reactions to it
 * @param given whether the reaction is added
 */
public record React(
        UserId member,
        long sequence,
        SentMessage message,
        List<ReactionsChanged> before,
        long upTo,
        Emoji emoji,
        boolean given)
        implements MessageAnnotation {

    private static final int MOST_EMOJI = 20;

    /**
     * One emoji, as a person chose it. The variation selector U+FE0F makes no difference.
     *
     * @param value one grapheme cluster
     */
    public record Emoji(String value) {

        private static final String AS_PICTURE = "\uFE0F";

        /** @throws Refused {@link Reason#EMOJI_INVALID} */
        static Emoji of(String value) {
            if (!chat.parley.command.text.Emoji.isOne(value)) {
                throw new Refused(Reason.EMOJI_INVALID);
            }
            return new Emoji(value);
        }

        /** The form in which emoji are compared. */
        private static String canonical(String emoji) {
            return emoji.replace(AS_PICTURE, "");
        }

        private boolean is(String other) {
            return canonical(value).equals(canonical(other));
        }
    }

    static React to(AnnotatedMessage target, UserId member, Emoji emoji, boolean given) {
        List<ReactionsChanged> before = target.about().stream()
                .map(stored -> (ReactionsChanged) stored.event())
                .toList();
        return new React(member, target.sent().sequence(), target.message(), before, target.upTo(), emoji, given);
    }

    @Override
    public boolean takesBack() {
        return !given;
    }

    @Override
    public boolean changesNothing() {
        return own().stream().anyMatch(emoji::is) == given;
    }

    @Override
    public ReactionsChanged said() {
        List<String> reactions = new ArrayList<>(own());
        if (given) {
            reactions.add(emoji.value());
            requireFewKinds(reactions);
        } else {
            reactions.removeIf(emoji::is);
        }
        return new ReactionsChanged(
                message.conversation(),
                message.number(),
                sequence,
                message.message(),
                member,
                new ReactionsChanged.Reactions(reactions));
    }

    private void requireFewKinds(List<String> own) {
        Stream<String> others =
                before.stream().filter(each -> !each.member().equals(member)).flatMap(each -> each.known().stream());
        if (Stream.concat(others, own.stream()).map(Emoji::canonical).distinct().count() > MOST_EMOJI) {
            throw new Refused(Reason.TOO_MANY_EMOJI);
        }
    }

    private List<String> own() {
        return before.stream()
                .filter(each -> each.member().equals(member))
                .flatMap(each -> each.known().stream())
                .toList();
    }
}
