package chat.parley.command.upload;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.http.WithoutIdempotencyKey;
import chat.parley.events.Attachment;
import chat.parley.events.ConversationId;
import chat.parley.events.UploadId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
     * @param purpose {@code avatar}, {@code group_picture} or {@code attachment}
     * @param group whose picture it is to be, for a {@code group_picture}; absent otherwise
     * @param kind of an attachment: 1 for an image, which is made anew without what cameras write into it, 2 for a video, 3 for sound, 4 for a
     *     file that stays as it is, which is meant where absent
     * @param type such as {@code image/png}, to be sent with the bytes
     * @param size in bytes
     */
    record NewUpload(
            UploadId upload,
            String purpose,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ConversationId group,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer kind,

            String type,
            long size) {

        Announced announced() {
            Purpose wanted = Purpose.ofCode(purpose).orElseThrow(() -> new Refused(Reason.MALFORMED));
            if ((wanted == Purpose.GROUP_PICTURE) == (group == null)) {
                throw new Refused(Reason.MALFORMED);
            }
            int usual = wanted.isPortrait() ? Attachment.IMAGE : Attachment.FILE;
            return new Announced(wanted, group, kind == null ? usual : kind, type, size);
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
        Reason.SPACE_USED_UP,
        Reason.UPLOAD_ID_REUSED,
        Reason.ACCOUNT_ERASED,
        Reason.CONVERSATION_UNKNOWN,
        Reason.NOT_FOUND
    })
    UploadView announce(Caller caller, @RequestBody NewUpload announced) {
        return desk.announce(caller.user(), announced.upload(), announced.announced());
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
