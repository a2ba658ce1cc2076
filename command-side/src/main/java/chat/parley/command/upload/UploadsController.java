package chat.parley.command.upload;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.http.WithoutIdempotencyKey;
import chat.parley.command.objects.SignedRequest;
import chat.parley.events.UploadId;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Files")
class UploadsController {

    /**
     * A file to be uploaded.
     *
     * @param upload chosen by the client; who repeats it gets the same upload
     * @param purpose {@code avatar}
     * @param type such as {@code image/png}
     * @param size in bytes
     */
    record NewUpload(UploadId upload, String purpose, String type, long size) {}

    /**
     * An upload.
     *
     * @param refused why, if it was; the code of a problem
     * @param put how to send the bytes, while they may be sent
     */
    record UploadView(
            UploadId upload,
            UploadState state,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String refused,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            PutRequest put) {

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

    /**
     * The file is the body of a PUT to this address.
     *
     * @param url a path on this origin, or an address elsewhere
     * @param headers to be sent exactly so
     */
    record PutRequest(String url, Map<String, String> headers, Instant until) {

        /** Keeps the signature out of logs. */
        @Override
        public String toString() {
            return "PutRequest";
        }
    }

    private final UploadDesk desk;

    UploadsController(UploadDesk desk) {
        this.desk = desk;
    }

    @Throttled(Limit.UPLOAD_ACCOUNT)
    @WithoutIdempotencyKey("The upload's id is its key.")
    @PostMapping("/api/uploads")
    @Operation(
            operationId = "announceUpload",
            summary = "Announce a file",
            description = "The answer says where to put it. It takes exactly as many bytes as were announced.")
    @RefusedWith({
        Reason.FILE_EMPTY,
        Reason.FILE_TOO_LARGE,
        Reason.FILE_TYPE_INVALID,
        Reason.TOO_MANY_UPLOADS,
        Reason.UPLOAD_ID_REUSED,
        Reason.ACCOUNT_ERASED,
        Reason.NOT_FOUND
    })
    UploadView announce(Caller caller, @RequestBody NewUpload announced) {
        return desk.announce(
                caller.user(), announced.upload(), announced.purpose(), announced.type(), announced.size());
    }

    @GetMapping("/api/uploads/{upload}")
    @Operation(operationId = "getUpload", summary = "How far an upload is")
    @RefusedWith(Reason.UPLOAD_UNKNOWN)
    UploadView get(Caller caller, @PathVariable UploadId upload) {
        return desk.find(caller.user(), upload);
    }

    @WithoutIdempotencyKey("It is completed once.")
    @PostMapping("/api/uploads/{upload}/complete")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "completeUpload",
            summary = "Say that a file was put",
            description = "It is looked at; then it is ready, or refused.")
    @RefusedWith(Reason.UPLOAD_UNKNOWN)
    UploadView complete(Caller caller, @PathVariable UploadId upload) {
        return desk.complete(caller.user(), upload);
    }

    @WithoutIdempotencyKey("What is discarded stays so.")
    @DeleteMapping("/api/uploads/{upload}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "discardUpload", summary = "Discard an upload that is not used")
    void discard(Caller caller, @PathVariable UploadId upload) {
        desk.discard(caller.user(), upload);
    }
}
