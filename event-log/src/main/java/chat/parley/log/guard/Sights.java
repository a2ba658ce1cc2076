package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.privacy.Detail;
import chat.parley.privacy.HiddenDetails;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who sees what of whom, as of now: what people chose, and nothing of the presence and status of people of whom one blocks the other, or for
 * whom the one who looks may not write to the other.
 */
public interface Sights {

    /** What is hidden from each of these people of those whom they look at. */
    HiddenDetails hidden(Map<UserId, ? extends Collection<UserId>> looks);

    /** What is hidden from one person of some others. */
    default HiddenDetails hiddenFrom(UserId viewer, Collection<UserId> subjects) {
        return hidden(Map.of(viewer, subjects));
    }

    /** From whom of these people a detail of one person is hidden. */
    default Set<UserId> whoDoNotSee(Detail detail, UserId subject, Collection<UserId> viewers) {
        HiddenDetails hidden =
                hidden(viewers.stream().distinct().collect(Collectors.toMap(viewer -> viewer, _ -> List.of(subject))));
        return viewers.stream()
                .filter(viewer -> hidden.hides(detail, viewer, subject))
                .collect(Collectors.toSet());
    }

    /** Those of these people who keep from the members of groups what they have read, and so do not see it of others there. */
    Set<UserId> keepReceipts(Collection<UserId> people);

    /** Whether the other of a direct conversation does not let someone write in it, for another reason than a block. */
    boolean isUnwelcome(UserId author, ConversationId direct);

    /** Whether what the other of a direct conversation writes is a request that someone has to accept before they write. */
    boolean isAsked(UserId recipient, ConversationId direct);

    /** Of the conversations in which somebody is asked by the other, whether they ignored it, or one blocks the other. */
    Map<ConversationId, Boolean> requestsTo(UserId recipient);

    /**
     * Whether the others in a conversation are told what one of its members has received and read: in a direct one if both show it to each other, and nothing keeps
     * the two from hearing of each other; in a group if they show it to everyone.
     */
    boolean showsReceipts(UserId member, ConversationId conversation);
}
