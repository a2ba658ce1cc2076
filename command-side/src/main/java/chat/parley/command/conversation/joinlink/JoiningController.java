package chat.parley.command.conversation.joinlink;

import chat.parley.access.Caller;
import chat.parley.access.OpenToEveryone;
import chat.parley.access.RefusedWith;
import chat.parley.command.account.details.DetailRules;
import chat.parley.command.admission.Admitting;
import chat.parley.command.conversation.MembershipChanges;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.command.portrait.Portraits;
import chat.parley.command.upload.Purpose;
import chat.parley.events.AdmissionRequest;
import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UploadId;
import chat.parley.log.CommandId;
import chat.parley.log.guard.JoinLinks;
import chat.parley.log.guard.JoinLinks.JoinLink;
import chat.parley.log.guard.Memberships;
import chat.parley.log.read.GroupLikeness;
import chat.parley.log.read.StreamQueries;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** What a link tells whoever holds it, and what it lets them do. */
@RestController
class JoiningController {

    /** The side of the picture that is shown to whoever is not in the group yet. */
    private static final int SHOWN = 256;

    /**
     * Where a link leads.
     *
     * @param name of the group
     * @param about what it is for; absent if nobody has said so
     * @param picture which picture the group has; absent where it has none
     * @param members how many are in it
     * @param approval whether whoever comes by it asks first
     */
    record JoinLinkPreview(
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String about,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UploadId picture,

            int members,
            boolean approval) {}

    /** @param line what is said to those who lead the group, where one asks: up to 200 characters on one line; absent to say nothing */
    record NewJoining(@Nullable String line) {

        AdmissionRequest request() {
            String said = DetailRules.optional(line);
            DetailRules.line("line", Reason.LINE_INVALID, said).ifPresent(problem -> {
                throw Refused.forFields(List.of(problem));
            });
            return new AdmissionRequest(said);
        }
    }

    /**
     * Someone has joined a group, or asked to.
     *
     * @param position of the event by which it is so, in the log
     * @param asked whether they are not in it yet: somebody who leads the group has to agree
     */
    record Joining(ConversationId conversation, long position, boolean asked) {}

    private final IdempotentCommands commands;
    private final MembershipChanges changes;
    private final Memberships memberships;
    private final StreamQueries streams;
    private final JoinLinks links;
    private final JoinCodes codes;
    private final Admitting admitting;
    private final Portraits portraits;
    private final Clock clock;

    JoiningController(
            IdempotentCommands commands,
            MembershipChanges changes,
            Memberships memberships,
            StreamQueries streams,
            JoinLinks links,
            JoinCodes codes,
            Admitting admitting,
            Portraits portraits,
            ObjectProvider<Clock> clock) {
        this.commands = commands;
        this.changes = changes;
        this.memberships = memberships;
        this.streams = streams;
        this.links = links;
        this.codes = codes;
        this.admitting = admitting;
        this.portraits = portraits;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    @OpenToEveryone
    @Throttled(Limit.JOIN_LINK_ADDRESS)
    @GetMapping("/api/join-links/{code}")
    @Operation(
            operationId = "previewJoinLink",
            summary = "Where a link leads",
            description =
                    "For whoever holds it, signed in or not. All that it tells is the group's name, picture, what it is for and its size.")
    @RefusedWith(Reason.LINK_GONE)
    JoinLinkPreview preview(@PathVariable String code) {
        JoinLink link = usable(code);
        GroupLikeness group = likeness(link.conversation());
        String name = group.name();
        if (name == null) {
            throw gone();
        }
        return new JoinLinkPreview(
                name,
                group.about(),
                group.picture(),
                memberships.sizeOf(link.conversation()),
                link.approval() || group.settings().asksFirst());
    }

    @OpenToEveryone
    @Throttled(Limit.JOIN_LINK_ADDRESS)
    @GetMapping(path = "/api/join-links/{code}/picture", produces = MediaType.IMAGE_JPEG_VALUE)
    @Operation(
            operationId = "getJoinLinkPicture",
            summary = "The picture of the group that a link leads to",
            description = "A square of 256 pixels, for as long as one can join by the link.")
    @RefusedWith({Reason.LINK_GONE, Reason.NOT_FOUND})
    byte @Nullable [] picture(@PathVariable String code, ServletWebRequest request) {
        return portraits.answer(usable(code).conversation().value(), Purpose.GROUP_PICTURE, SHOWN, null, request);
    }

    @Throttled({Limit.JOIN_LINK_ADDRESS, Limit.CHANGE_GROUP})
    @PostMapping("/api/join-links/{code}/members")
    @Operation(
            operationId = "joinByLink",
            summary = "Join a group by a link",
            description =
                    "Whoever is in the group already is answered since when, and uses nothing up. Where the group or the link wants it so, one"
                            + " has asked to join with it, and uses nothing up either.")
    @RefusedWith({
        Reason.LINK_GONE,
        Reason.GROUP_TOO_LARGE,
        Reason.LINE_INVALID,
        Reason.ASK_LATER,
        Reason.ACCOUNT_ERASED,
        Reason.CONFLICT
    })
    Joining join(Caller caller, IdempotencyKey key, @PathVariable String code, @RequestBody NewJoining joining) {
        CommandKey command = key.of(caller, joining);
        AdmissionRequest request = joining.request();
        return commands.once(command, Joining.class, () -> {
            JoinLink link = found(code).orElseThrow(JoiningController::gone);
            return joined(caller, link, request, command.commandId());
        });
    }

    /** The group decides whether one has to ask. */
    private Joining joined(Caller caller, JoinLink link, AdmissionRequest request, CommandId id) {
        ConversationId group = link.conversation();
        try {
            JoinByLink join = new JoinByLink(group, link.link(), caller.user(), clock.instant());
            return new Joining(group, changes.join(join, group, caller, id).position(), false);
        } catch (Refused refused) {
            if (refused.reason() != Reason.APPROVAL_NEEDED) {
                throw refused;
            }
            long position = admitting.ask(caller, group, request, id);
            return new Joining(group, position, !changes.presentIn(group).contains(caller.user()));
        }
    }

    private JoinLink usable(String code) {
        return found(code).filter(each -> each.isUsable(clock.instant())).orElseThrow(JoiningController::gone);
    }

    private Optional<JoinLink> found(String code) {
        return codes.read(code).flatMap(links::find);
    }

    private GroupLikeness likeness(ConversationId group) {
        return GroupLikeness.of(streams.likenessOf(List.of(StreamId.conversation(group))))
                .getOrDefault(group, GroupLikeness.NONE);
    }

    private static Refused gone() {
        return new Refused(Reason.LINK_GONE);
    }
}
