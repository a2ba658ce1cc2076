package chat.parley.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person chose another picture, or removed it. The picture itself is in the object store alone.
 *
 * @param avatar null if there is none from now on
 */
public record AvatarChanged(UserId account, @Nullable UploadId avatar) implements AccountEvent, Personal, ToPeers {

    @Override
    public List<UserId> people() {
        return List.of(account);
    }
}
