package chat.parley.command.account.avatar;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.portrait.Portraits;
import chat.parley.command.upload.Purpose;
import chat.parley.events.AccountDetails;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.log.guard.ProfileAccess;
import chat.parley.log.guard.Usernames;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

@RestController
@Tag(name = "People")
class AvatarPictureController {

    private final Usernames usernames;
    private final ProfileAccess access;
    private final Portraits portraits;

    AvatarPictureController(Usernames usernames, ProfileAccess access, Portraits portraits) {
        this.usernames = usernames;
        this.access = access;
        this.portraits = portraits;
    }

    /** @param version the picture that is meant, as an answer or event told it: then it may be kept for a while without asking */
    @GetMapping(path = "/api/users/{username}/avatar", produces = MediaType.IMAGE_JPEG_VALUE)
    @Operation(
            operationId = "getAvatar",
            summary = "A person's picture",
            description =
                    "A square of 64, 256 or 512 pixels. With the right version it may be kept for an hour; without, it has to be asked"
                            + " for again, which costs little if it is still the same.")
    @RefusedWith({Reason.USER_UNKNOWN, Reason.NOT_FOUND, Reason.RANGE_INVALID})
    byte @Nullable [] picture(
            Caller caller,
            @PathVariable String username,
            @RequestParam(defaultValue = "256") int size,
            @RequestParam @Nullable UploadId version,
            ServletWebRequest request) {
        Portraits.requireSize(size);
        UserId person = usernames
                .holderOf(AccountDetails.usernameFrom(username))
                .filter(it -> access.sees(caller.user(), it))
                .orElseThrow(() -> new Refused(Reason.USER_UNKNOWN));
        if (!access.seesPicture(caller.user(), person)) {
            throw Portraits.none();
        }
        return portraits.answer(person.value(), Purpose.AVATAR, size, version, request);
    }
}
