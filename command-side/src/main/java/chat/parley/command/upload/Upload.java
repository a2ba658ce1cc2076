package chat.parley.command.upload;

import chat.parley.command.objects.ObjectKeys;
import chat.parley.events.Attachment;
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
 * @param kind as of an {@link Attachment}
 * @param refused why, if it was
 * @param putUntil until when its bytes can be put
 * @param copiedFrom the upload of the same owner that it is a copy of
 */
public record Upload(
        UserId account,
        UploadId id,
        UUID owner,
        Purpose purpose,
        int kind,
        String type,
        long size,
        UploadState state,
        @Nullable Reason refused,
        Instant putUntil,
        @Nullable UUID copiedFrom) {

    String incoming() {
        return ObjectKeys.incoming(owner, id);
    }

    /** Below it is everything that was made of it. */
    String made() {
        return purpose.made(owner, id);
    }

    /** Whether it is to be decoded; what is not a picture is served as it came. */
    boolean isPicture() {
        return kind == Attachment.IMAGE;
    }
}
