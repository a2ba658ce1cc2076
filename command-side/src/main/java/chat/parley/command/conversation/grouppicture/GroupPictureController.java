package chat.parley.command.conversation.grouppicture;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.GroupChanges;
import chat.parley.command.conversation.GroupChanges.GroupChanged;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.portrait.Portraits;
import chat.parley.command.upload.Purpose;
import chat.parley.events.ConversationId;
import chat.parley.events.UploadId;
import chat.parley.log.guard.Memberships;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

@RestController
class GroupPictureController {

    /**
     * The picture a group is to have.
     *
     * @param upload one's own for this group, that is ready; null to show none
     */
    record NewGroupPicture(@Nullable UploadId upload) {}

    private final GroupChanges changes;
    private final Memberships memberships;
    private final Portraits portraits;
    private final Clock clock;

    GroupPictureController(
            GroupChanges changes, Memberships memberships, Portraits portraits, ObjectProvider<Clock> clock) {
        this.changes = changes;
        this.memberships = memberships;
        this.portraits = portraits;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    @Throttled(Limit.CHANGE_GROUP)
    @PutMapping("/api/conversations/{conversation}/picture")
    @Operation(
            operationId = "changeGroupPicture",
            summary = "Choose or remove the picture of a group",
            description = "For those whom its settings let change its name.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.NOT_PERMITTED,
        Reason.UPLOAD_NOT_READY,
        Reason.UPLOAD_UNKNOWN,
        Reason.MUTED,
        Reason.GROUP_CLOSED,
        Reason.NOT_A_GROUP,
        Reason.CONFLICT
    })
    GroupChanged change(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @RequestBody NewGroupPicture picture) {
        return changes.once(
                key.of(caller, picture),
                caller,
                () -> new ChangePicture(conversation, caller.user(), picture.upload(), clock.instant()));
    }

    /** @param version the picture that is meant, as an answer or event told it: then it may be kept for a while without asking */
    @GetMapping(path = "/api/conversations/{conversation}/picture", produces = MediaType.IMAGE_JPEG_VALUE)
    @Operation(
            operationId = "getGroupPicture",
            summary = "The picture of a group",
            description =
                    "For those who are in it: a square of 64, 256 or 512 pixels. With the right version it may be kept for an hour; without,"
                            + " it has to be asked for again, which costs little if it is still the same.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.NOT_FOUND, Reason.RANGE_INVALID})
    byte @Nullable [] picture(
            Caller caller,
            @PathVariable ConversationId conversation,
            @RequestParam(defaultValue = "256") int size,
            @RequestParam @Nullable UploadId version,
            ServletWebRequest request) {
        Portraits.requireSize(size);
        if (!memberships.of(conversation, caller.user()).present().contains(caller.user())) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        return portraits.answer(conversation.value(), Purpose.GROUP_PICTURE, size, version, request);
    }
}
