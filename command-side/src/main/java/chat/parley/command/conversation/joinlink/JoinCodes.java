package chat.parley.command.conversation.joinlink;

import chat.parley.command.deployment.DeploymentKey;
import chat.parley.events.JoinLinkId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What stands in a link: its id and a digest of it, so that who is told the id in an event cannot make the link of it. */
@Component
final class JoinCodes {

    private static final String PURPOSE = "parley.join-link:";
    private static final int ID_BYTES = 16;
    private static final int DIGEST_BYTES = 14;

    private final DeploymentKey key;

    JoinCodes(DeploymentKey key) {
        this.key = key;
    }

    /** 40 characters of base64url. */
    String of(JoinLinkId link) {
        return Base64.getUrlEncoder()
                .encodeToString(ByteBuffer.allocate(ID_BYTES + DIGEST_BYTES)
                        .putLong(link.value().getMostSignificantBits())
                        .putLong(link.value().getLeastSignificantBits())
                        .put(digest(link))
                        .array());
    }

    /** The link with this code; empty if the service never gave it out. */
    Optional<JoinLinkId> read(String code) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(code);
            if (bytes.length != ID_BYTES + DIGEST_BYTES) {
                return Optional.empty();
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            JoinLinkId link = new JoinLinkId(new UUID(buffer.getLong(), buffer.getLong()));
            return MessageDigest.isEqual(digest(link), Arrays.copyOfRange(bytes, ID_BYTES, bytes.length))
                    ? Optional.of(link)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private byte[] digest(JoinLinkId link) {
        return Arrays.copyOf(key.digest(PURPOSE + link), DIGEST_BYTES);
    }
}
