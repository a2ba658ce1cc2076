package chat.parley.command.upload;

import chat.parley.command.objects.SignedRequest;
import chat.parley.events.UploadId;
import chat.parley.refusals.Reason;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An upload.
 *
 * @param refused why, if it was; the code of a problem
 * @param put how to send the bytes, while they may be sent
 */
public record UploadView(
        UploadId upload,
        UploadState state,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String refused,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PutRequest put) {

    static UploadView of(Upload upload) {
        return of(upload, null);
    }

    static UploadView of(Upload upload, @Nullable SignedRequest put) {
        Reason refused = upload.refused();
        return new UploadView(
                upload.id(),
                upload.state(),
                refused == null ? null : refused.code(),
                put == null ? null : new PutRequest(put.url(), put.headers(), upload.putUntil()));
    }
}
