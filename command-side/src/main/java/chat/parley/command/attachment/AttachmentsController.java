package chat.parley.command.attachment;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.attachment.VisibleAttachments.Found;
import chat.parley.command.http.WithoutIdempotencyKey;
import chat.parley.command.upload.UploadDesk;
import chat.parley.command.upload.UploadView;
import chat.parley.contracts.Required;
import chat.parley.events.ConversationId;
import chat.parley.events.UploadId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Files")
class AttachmentsController {

    private static final int MOST = 50;

    /**
     * A file of a message.
     *
     * @param sequence of the message in its conversation
     * @param variant {@code original}, or one of the file's variants
     * @param save whether the browser is to save it instead of showing it; absent for no
     */
    record WantedFile(
            @Required ConversationId conversation,
            long sequence,
            @Required UploadId attachment,
            @Required String variant,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean save) {}

    /** @param files 1 to 50 */
    record WantedFiles(@Required List<WantedFile> files) {}

    /**
     * Where a file can be fetched for a while, by whoever has the address.
     *
     * @param url a path on this origin, or an address elsewhere
     * @param until when it is good; ask again then
     */
    record FileAddress(UploadId attachment, String variant, String url, Instant until) {

        /** Keeps the signature out of logs. */
        @Override
        public String toString() {
            return "FileAddress";
        }
    }

    /** @param files those that are there for the caller, in the order in which they were asked for */
    record FileAddresses(List<FileAddress> files) {}

    /**
     * A file to be sent on.
     *
     * @param upload chosen by the client: of the copy, which is then used like an upload of one's own
     * @param sequence of the message in its conversation
     */
    record FileCopy(
            @Required UploadId upload,
            @Required ConversationId conversation,
            long sequence,
            @Required UploadId attachment) {}

    private record Place(ConversationId conversation, long sequence) {}

    private final VisibleAttachments visible;
    private final AttachmentUrls urls;
    private final UploadDesk desk;

    AttachmentsController(VisibleAttachments visible, AttachmentUrls urls, UploadDesk desk) {
        this.visible = visible;
        this.urls = urls;
        this.desk = desk;
    }

    @Throttled(Limit.FILES_ACCOUNT)
    @WithoutIdempotencyKey("It changes nothing.")
    @PostMapping("/api/attachments/urls")
    @Operation(
            operationId = "fetchAttachments",
            summary = "Where to fetch files of messages",
            description =
                    "Addresses that are good for a few minutes. What is not there for the caller is left out, whyever.")
    @RefusedWith(Reason.RANGE_INVALID)
    FileAddresses urls(Caller caller, @RequestBody WantedFiles wanted) {
        if (wanted.files().isEmpty() || wanted.files().size() > MOST) {
            throw new Refused(Reason.RANGE_INVALID, "Ask for 1 to " + MOST + " files.");
        }
        Map<Place, List<Found>> found = new HashMap<>();
        return new FileAddresses(wanted.files().stream()
                .flatMap(file -> address(caller, file, found))
                .toList());
    }

    private Stream<FileAddress> address(Caller caller, WantedFile wanted, Map<Place, List<Found>> found) {
        Place place = new Place(wanted.conversation(), wanted.sequence());
        return found.computeIfAbsent(place, each -> visible.of(caller, each.conversation(), each.sequence())).stream()
                .filter(file ->
                        file.file().id().equals(wanted.attachment()) && Variant.isOf(file.file(), wanted.variant()))
                .map(file -> {
                    boolean save = Boolean.TRUE.equals(wanted.save());
                    var signed = urls.of(file, Variant.of(file.file(), wanted.variant(), save));
                    return new FileAddress(wanted.attachment(), wanted.variant(), signed.url(), signed.until());
                });
    }

    @Throttled(Limit.UPLOAD_ACCOUNT)
    @WithoutIdempotencyKey("The copy's id is its key.")
    @PostMapping("/api/attachments/copies")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "copyAttachment",
            summary = "Copy a file of a message, to send it on",
            description =
                    "The copy is an upload of one's own for an attachment, which is ready soon. It is deleted with what it is a copy of"
                            + " if its owner is erased.")
    @RefusedWith({
        Reason.UPLOAD_UNKNOWN,
        Reason.TOO_MANY_UPLOADS,
        Reason.SPACE_USED_UP,
        Reason.UPLOAD_ID_REUSED,
        Reason.ACCOUNT_ERASED,
        Reason.NOT_FOUND
    })
    UploadView copy(Caller caller, @RequestBody FileCopy wanted) {
        Optional<Found> source = visible.of(caller, wanted.conversation(), wanted.sequence(), wanted.attachment());
        return desk.copy(
                caller.user(),
                wanted.upload(),
                source.orElseThrow(() -> new Refused(Reason.UPLOAD_UNKNOWN)).upload());
    }
}
