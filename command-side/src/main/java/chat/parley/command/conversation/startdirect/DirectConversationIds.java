package chat.parley.command.conversation.startdirect;

import chat.parley.command.deployment.DeploymentKey;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.UserId;
import java.nio.ByteBuffer;
import org.springframework.stereotype.Component;

/** Computes the id of the direct conversation of two people, in either order. Nobody without the key can compute it. */
@Component
public final class DirectConversationIds {

    private static final String PURPOSE = "parley.direct:";

    private final DeploymentKey key;

    public DirectConversationIds(DeploymentKey key) {
        this.key = key;
    }

    /** The first 122 bits of HMAC-SHA-256 over the sorted pair. */
    public ConversationId between(UserId one, UserId other) {
        boolean inOrder = one.value().compareTo(other.value()) <= 0;
        ByteBuffer digest = ByteBuffer.wrap(key.digest(PURPOSE + (inOrder ? one + ":" + other : other + ":" + one)));
        return DirectConversation.ofBits(digest.getLong(), digest.getLong());
    }
}
