package chat.parley.command.conversation.joinlink;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.GroupChanges;
import chat.parley.command.conversation.GroupChanges.GroupChanged;
import chat.parley.command.conversation.LeadingMembers;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.ConversationId;
import chat.parley.events.JoinLinkId;
import chat.parley.events.UserId;
import chat.parley.log.guard.JoinLinks;
import chat.parley.log.guard.JoinLinks.JoinLink;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The links of a group, for its owners and admins. */
@RestController
class JoinLinksController {

    private static final int MOST_USES = 1_000;
    private static final int MOST_DAYS = 365;

    /**
     * @param uses how many people may join by it, 1 to 1,000; null for any number
     * @param days how long it is good, 1 to 365; null until it is revoked
     * @param approval whether whoever comes by it asks first; null for no
     */
    record NewJoinLink(
            @Nullable Integer uses,
            @Nullable Integer days,
            @Nullable Boolean approval) {}

    /**
     * A link by which people join a group.
     *
     * @param code what stands in the link: whoever knows it may join
     * @param uses how many people may join by it; absent if any number may
     * @param used how many have joined by it
     * @param until when it ends; absent if it is good until it is revoked
     * @param approval whether whoever comes by it asks first
     */
    record JoinLinkView(
            JoinLinkId link,
            String code,
            UserId madeBy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer uses,

            int used,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant until,

            boolean approval) {}

    /** @param items those that nobody has revoked, used up ones too */
    record JoinLinkList(List<JoinLinkView> items) {}

    private final IdempotentCommands commands;
    private final GroupChanges changes;
    private final LeadingMembers leading;
    private final JoinLinks links;
    private final JoinCodes codes;
    private final Clock clock;

    JoinLinksController(
            IdempotentCommands commands,
            GroupChanges changes,
            LeadingMembers leading,
            JoinLinks links,
            JoinCodes codes,
            ObjectProvider<Clock> clock) {
        this.commands = commands;
        this.changes = changes;
        this.leading = leading;
        this.links = links;
        this.codes = codes;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    @Throttled(Limit.CHANGE_GROUP)
    @PostMapping("/api/conversations/{conversation}/links")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createJoinLink",
            summary = "Make a link by which people join a group",
            description = "For its owners and admins.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.NOT_PERMITTED,
        Reason.JOIN_LINK_INVALID,
        Reason.TOO_MANY_LINKS,
        Reason.GROUP_CLOSED,
        Reason.NOT_A_GROUP,
        Reason.CONFLICT
    })
    JoinLinkView create(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @RequestBody NewJoinLink request) {
        CommandKey command = key.of(caller, request);
        JoinLinkId link = new JoinLinkId(command.newId("join-link"));
        Instant until = end(request);
        return commands.once(command, JoinLinkView.class, () -> {
            changes.send(
                    new MakeLink(
                            conversation,
                            caller.user(),
                            link,
                            request.uses(),
                            until,
                            Boolean.TRUE.equals(request.approval())),
                    caller,
                    command.commandId());
            return links.find(link).map(this::view).orElseThrow(() -> new Refused(Reason.LINK_GONE));
        });
    }

    @GetMapping("/api/conversations/{conversation}/links")
    @Operation(
            operationId = "listJoinLinks",
            summary = "The links by which people join a group",
            description = "For its owners and admins.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.NOT_PERMITTED})
    JoinLinkList list(Caller caller, @PathVariable ConversationId conversation) {
        leading.require(conversation, caller.user());
        return new JoinLinkList(links.of(conversation).stream().map(this::view).toList());
    }

    @Throttled(Limit.CHANGE_GROUP)
    @DeleteMapping("/api/conversations/{conversation}/links/{link}")
    @Operation(
            operationId = "revokeJoinLink",
            summary = "Let nobody join by a link any more",
            description = "For owners and admins of its group. Whoever joined by it stays.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.NOT_PERMITTED, Reason.NOT_A_GROUP, Reason.CONFLICT})
    GroupChanged revoke(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @PathVariable JoinLinkId link) {
        return changes.once(key.of(caller), caller, () -> new RevokeLink(conversation, caller.user(), link));
    }

    private @Nullable Instant end(NewJoinLink request) {
        requireBetween(request.uses(), MOST_USES, "uses");
        requireBetween(request.days(), MOST_DAYS, "days");
        Integer days = request.days();
        return days == null
                ? null
                : clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(days));
    }

    private static void requireBetween(@Nullable Integer given, int most, String field) {
        if (given != null && (given < 1 || given > most)) {
            throw Refused.forField(field, Reason.JOIN_LINK_INVALID);
        }
    }

    private JoinLinkView view(JoinLink link) {
        return new JoinLinkView(
                link.link(),
                codes.of(link.link()),
                link.madeBy(),
                link.uses(),
                link.used(),
                link.until(),
                link.approval());
    }
}
