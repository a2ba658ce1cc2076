package chat.parley.command.conversation.react;

import chat.parley.command.conversation.TargetMessages.Discussed;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageSent;
import chat.parley.events.ReactionsChanged;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Give a message a reaction, or take it back.
 *
 * @param sequence at which the log holds the message
 * @param message as the log holds it: whose it is and its number never change
 * @param before every member's reactions to it
 * @param upTo the sequence up to which these are all
 * @param given whether the member is to have this reaction, or not
 */
public record React(
        UserId member,
        long sequence,
        MessageSent message,
        List<ReactionsChanged> before,
        long upTo,
        Emoji emoji,
        boolean given) {

    static React to(Discussed target, UserId member, Emoji emoji, boolean given) {
        List<ReactionsChanged> before = target.about().stream()
                .map(stored -> (ReactionsChanged) stored.event())
                .toList();
        return new React(member, target.sent().sequence(), target.message(), before, target.upTo(), emoji, given);
    }

    public ConversationId conversation() {
        return message.conversation();
    }

    @TargetAggregateIdentifier
    StreamId stream() {
        return message.stream();
    }

    /** Whether it is as it is to be already. */
    public boolean changesNothing() {
        return own().stream().anyMatch(emoji::is) == given;
    }

    /** The member's reactions once this is done. */
    public ReactionsChanged done() {
        List<String> reactions = new ArrayList<>(own());
        if (given) {
            reactions.add(emoji.value());
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

    /** How many different emoji the message has once this is done. */
    public long kinds() {
        return Stream.concat(before.stream().filter(each -> !each.member().equals(member)), Stream.of(done()))
                .flatMap(each -> each.known().stream())
                .map(Emoji::canonical)
                .distinct()
                .count();
    }

    private List<String> own() {
        return before.stream()
                .filter(each -> each.member().equals(member))
                .flatMap(each -> each.known().stream())
                .toList();
    }
}
