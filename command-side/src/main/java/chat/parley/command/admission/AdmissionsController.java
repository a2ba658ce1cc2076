package chat.parley.command.admission;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.LeadingMembers;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** The answers to invitations and to requests to join. */
@RestController
class AdmissionsController {

    /** @param position of the event since which it is so, in the log */
    record AdmissionChanged(ConversationId conversation, long position) {}

    private final IdempotentCommands commands;
    private final Admitting admitting;
    private final LeadingMembers leading;

    AdmissionsController(IdempotentCommands commands, Admitting admitting, LeadingMembers leading) {
        this.commands = commands;
        this.admitting = admitting;
        this.leading = leading;
    }

    @Throttled(Limit.CHANGE_GROUP)
    @PutMapping("/api/me/admissions/{conversation}")
    @Operation(
            operationId = "acceptInvitation",
            summary = "Come into a group that one is invited to",
            description = "As long as whoever invited one may still add people to it.")
    @RefusedWith({
        Reason.REQUEST_GONE,
        Reason.GROUP_CLOSED,
        Reason.GROUP_TOO_LARGE,
        Reason.ACCOUNT_ERASED,
        Reason.CONFLICT
    })
    AdmissionChanged accept(Caller caller, IdempotencyKey key, @PathVariable ConversationId conversation) {
        CommandKey command = key.of(caller);
        return commands.once(
                command,
                AdmissionChanged.class,
                () -> new AdmissionChanged(conversation, admitting.accept(caller, conversation, command.commandId())));
    }

    @Throttled(Limit.CHANGE_GROUP)
    @DeleteMapping("/api/me/admissions/{conversation}")
    @Operation(
            operationId = "declineAdmission",
            summary = "Decline an invitation into a group, or take back one's request to join it",
            description =
                    "Who declined is not invited again by anyone in the group, who are not told that, until they ask.")
    @RefusedWith({Reason.REQUEST_GONE, Reason.CONFLICT})
    AdmissionChanged decline(Caller caller, IdempotencyKey key, @PathVariable ConversationId conversation) {
        return end(caller, key.of(caller), conversation, caller.user());
    }

    @Throttled(Limit.CHANGE_GROUP)
    @DeleteMapping("/api/conversations/{conversation}/admissions/{user}")
    @Operation(
            operationId = "rejectAdmission",
            summary = "Do not let someone into a group who asked to join, or take back an invitation",
            description = "For its owners and admins. Who was not let in asks again a week later.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.NOT_PERMITTED, Reason.REQUEST_GONE, Reason.CONFLICT})
    AdmissionChanged reject(
            Caller caller, IdempotencyKey key, @PathVariable ConversationId conversation, @PathVariable UserId user) {
        leading.require(conversation, caller.user());
        return end(caller, key.of(caller), conversation, user);
    }

    private AdmissionChanged end(Caller caller, CommandKey command, ConversationId conversation, UserId person) {
        return commands.once(
                command,
                AdmissionChanged.class,
                () -> new AdmissionChanged(
                        conversation, admitting.end(caller, conversation, person, command.commandId())));
    }
}
