package chat.parley.contracts;

import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Between which devices a call goes on.
 *
 * @param call its id; null if none was answered
 * @param parties one device of each of the two, as far as they are known, or of each who is in the call of a group
 * @param group whether it is the call of a group: what is heard and seen there goes through the media server
 */
public record PartiesOfCall(@Nullable MessageId call, List<Party> parties, boolean group) {

    /** @param device the session in the call */
    public record Party(UserId user, SessionId device) {}

    public PartiesOfCall {
        parties = List.copyOf(parties);
    }
}
