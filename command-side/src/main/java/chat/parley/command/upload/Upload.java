package chat.parley.command.upload;

import chat.parley.command.objects.ObjectKeys;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of uploads.
 *
 * @param owner below whose id its objects are
 * @param refused why, if it was
 * @param putUntil until when its bytes can be put
 */
public record Upload(
        UserId account,
        UploadId id,
        UUID owner,
        Purpose purpose,
        String type,
        long size,
        UploadState state,
        @Nullable Reason refused,
        Instant putUntil) {

    String incoming() {
        return ObjectKeys.incoming(owner, id);
    }

    /** Below it is everything that was made of it. */
    String made() {
        return ObjectKeys.picture(owner, id);
    }
}
