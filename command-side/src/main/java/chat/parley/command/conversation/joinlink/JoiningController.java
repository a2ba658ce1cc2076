package chat.parley.command.conversation.joinlink;

import chat.parley.access.Caller;
import chat.parley.access.OpenToEveryone;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.MembershipChanges;
import chat.parley.command.conversation.MembershipChanges.MembershipChanged;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a link tells whoever holds it, and what it lets them do. */
@RestController
class JoiningController {

    /**
     * Where a link leads.
     *
     * @param name of the group
     * @param about what it is for; absent if nobody has said so
     * @param members how many are in it
     */
    record JoinLinkPreview(
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String about,

            int members) {}

    private final IdempotentCommands commands;
    private final MembershipChanges changes;
    private final Memberships memberships;
    private final StreamQueries streams;
    private final JoinLinks links;
    private final JoinCodes codes;
    private final Clock clock;

    JoiningController(
            IdempotentCommands commands,
            MembershipChanges changes,
            Memberships memberships,
            StreamQueries streams,
            JoinLinks links,
            JoinCodes codes,
            ObjectProvider<Clock> clock) {
        this.commands = commands;
        this.changes = changes;
        this.memberships = memberships;
        this.streams = streams;
        this.links = links;
        this.codes = codes;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    @OpenToEveryone
    @Throttled(Limit.JOIN_LINK_ADDRESS)
    @GetMapping("/api/join-links/{code}")
    @Operation(
            operationId = "previewJoinLink",
            summary = "Where a link leads",
            description =
                    "For whoever holds it, signed in or not. All that it tells is the group's name, what it is for and its size.")
    @RefusedWith(Reason.LINK_GONE)
    JoinLinkPreview preview(@PathVariable String code) {
        JoinLink link =
                found(code).filter(each -> each.isUsable(clock.instant())).orElseThrow(JoiningController::gone);
        GroupLikeness group = likeness(link.conversation());
        String name = group.name();
        if (name == null) {
            throw gone();
        }
        return new JoinLinkPreview(name, group.about(), memberships.sizeOf(link.conversation()));
    }

    @Throttled({Limit.JOIN_LINK_ADDRESS, Limit.CHANGE_GROUP})
    @PostMapping("/api/join-links/{code}/members")
    @Operation(
            operationId = "joinByLink",
            summary = "Join a group by a link",
            description = "Whoever is in the group already is answered since when, and uses nothing up.")
    @RefusedWith({Reason.LINK_GONE, Reason.GROUP_TOO_LARGE, Reason.ACCOUNT_ERASED, Reason.CONFLICT})
    MembershipChanged join(Caller caller, IdempotencyKey key, @PathVariable String code) {
        CommandKey command = key.of(caller);
        return commands.once(command, MembershipChanged.class, () -> {
            JoinLink link = found(code).orElseThrow(JoiningController::gone);
            return changes.join(
                    new JoinByLink(link.conversation(), link.link(), caller.user(), clock.instant()),
                    link.conversation(),
                    caller,
                    command.commandId());
        });
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
