package chat.parley.command.conversation.call;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.access.ServiceCaller;
import chat.parley.command.conversation.call.IceServers.IceServer;
import chat.parley.command.http.WithoutIdempotencyKey;
import chat.parley.contracts.CallDevices;
import chat.parley.contracts.PartiesOfCall;
import chat.parley.events.CallKind;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.log.guard.GroupCalls;
import chat.parley.log.guard.GroupCalls.GroupCall;
import chat.parley.log.guard.LiveCalls;
import chat.parley.log.guard.LiveCalls.LiveCall;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CallsController implements CallDevices {

    /** @param message chosen by the client, of version 7: the id of the message that will stand for the call */
    record NewCall(MessageId message, boolean video) {}

    /**
     * @param failed whether the devices did not reach each other; otherwise it is hung up, declined or given up, as it stands
     * @param forAll whether the call of a group ends, instead of going on without who asks
     */
    record EndOfCall(
            boolean failed,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean forAll) {}

    /** @param moves as often the call was moved, as it was told last */
    record MovedCall(int moves) {}

    /** @param call that the caller is in; absent if there is none */
    record OwnCall(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            OngoingCall call) {}

    /**
     * A call that rings, goes on, or could not begin because the other is in one.
     *
     * @param message the id of the message that stands for it; where the other was calling, theirs
     * @param number of that message; absent if the other is in another call
     * @param sequence of that message; absent likewise
     * @param state ringing, accepted or busy; the call of a group is accepted from its beginning
     * @param video whether it began with video
     * @param remainingMs how long it will still ring, in milliseconds; 0 once it does not
     * @param here whether this session is the device in the call
     * @param caller who began it
     * @param moves how often it was moved from one device of a person to another; absent in the call of a group
     * @param talkedMs how long it goes on since it was answered, in milliseconds; absent in the call of a group
     * @param people who is in the call of a group; absent in a call between two
     * @param iceServers how devices reach each other that are in different networks; only for the device in the call
     */
    record OngoingCall(
            ConversationId conversation,
            MessageId message,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long number,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long sequence,

            String state,
            boolean video,
            long remainingMs,
            boolean here,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UserId caller,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer moves,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long talkedMs,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<UserId> people,

            List<IceServer> iceServers) {}

    private final Calls calls;
    private final LiveCalls live;
    private final CallsOfGroups groups;
    private final GroupCalls inGroups;
    private final IceServers servers;

    CallsController(Calls calls, LiveCalls live, CallsOfGroups groups, GroupCalls inGroups, IceServers servers) {
        this.calls = calls;
        this.live = live;
        this.groups = groups;
        this.inGroups = inGroups;
        this.servers = servers;
    }

    @PostMapping("/api/conversations/{conversation}/calls")
    @Throttled(Limit.CALLS_ACCOUNT)
    @WithoutIdempotencyKey("The message's id is its key.")
    @Operation(
            operationId = "startCall",
            summary = "Call the other person of a direct conversation, or begin or join the call of a group",
            description =
                    "It rings for 45 seconds on all devices of the other, who see it as a message; or answers theirs,"
                            + " where they are calling. In a group nobody is rung: whoever wants joins the call that goes"
                            + " on, which ends once nobody was in it for 30 seconds. Repeating it with the same id changes"
                            + " nothing.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.MESSAGE_ID_INVALID,
        Reason.NOT_OF_TWO,
        Reason.NO_GROUP_CALLS,
        Reason.GROUP_CLOSED,
        Reason.NOT_PERMITTED,
        Reason.MUTED,
        Reason.CALL_FULL,
        Reason.CALL_OVER,
        Reason.IN_A_CALL,
        Reason.ACCOUNT_ERASED,
        Reason.NOT_ACCEPTED,
        Reason.UNBLOCK_FIRST,
        Reason.CONFLICT
    })
    OngoingCall start(Caller caller, @PathVariable ConversationId conversation, @RequestBody NewCall call) {
        CallKind kind = call.video() ? CallKind.VIDEO : CallKind.AUDIO;
        if (!DirectConversation.is(conversation)) {
            return view(caller, groups.start(caller, conversation, call.message(), kind));
        }
        return calls.start(caller, conversation, call.message(), kind)
                .map(started -> view(caller, started))
                .orElseGet(() -> new OngoingCall(
                        conversation,
                        call.message(),
                        null,
                        null,
                        "busy",
                        call.video(),
                        0,
                        false,
                        null,
                        null,
                        null,
                        null,
                        List.of()));
    }

    @PutMapping("/api/conversations/{conversation}/calls/{call}/answer")
    @WithoutIdempotencyKey("Repeating it changes nothing.")
    @Operation(
            operationId = "answerCall",
            summary = "Answer a call, or join that of a group",
            description =
                    "On this device: of a call that rings the first one has it, and the others stop ringing; in the"
                            + " call of a group the last one takes its person's place.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.MUTED,
        Reason.CALL_OVER,
        Reason.CALL_FULL,
        Reason.ANSWERED_ELSEWHERE,
        Reason.IN_A_CALL,
        Reason.NOT_ACCEPTED,
        Reason.UNBLOCK_FIRST,
        Reason.CONFLICT
    })
    OngoingCall answer(Caller caller, @PathVariable ConversationId conversation, @PathVariable MessageId call) {
        return DirectConversation.is(conversation)
                ? view(caller, calls.answer(caller, conversation, call))
                : view(caller, groups.join(caller, conversation, call));
    }

    @PostMapping("/api/conversations/{conversation}/calls/{call}/end")
    @WithoutIdempotencyKey("Repeating it changes nothing.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "endCall",
            summary = "Hang up, decline or give up; leave the call of a group, or end it for all",
            description =
                    "Whichever it is follows from how the call stands. Who began the call of a group, or leads it, may"
                            + " end it for all. Ending what is over changes nothing.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.NOT_PERMITTED, Reason.CONFLICT})
    void end(
            Caller caller,
            @PathVariable ConversationId conversation,
            @PathVariable MessageId call,
            @RequestBody EndOfCall end) {
        if (DirectConversation.is(conversation)) {
            calls.end(caller, conversation, call, end.failed());
        } else if (Boolean.TRUE.equals(end.forAll())) {
            groups.endForAll(caller, conversation, call);
        } else {
            groups.leave(caller, conversation, call);
        }
    }

    @PutMapping("/api/conversations/{conversation}/calls/{call}/lease")
    @WithoutIdempotencyKey("Repeating it changes nothing.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "keepCall",
            summary = "Say that this device is in a call",
            description =
                    "Every 10 seconds. A call ends of which one device was not heard for 45 seconds, or while it rings"
                            + " the caller's for 25. From the call of a group a device is gone after 25.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.CALL_OVER, Reason.ANSWERED_ELSEWHERE})
    void keep(Caller caller, @PathVariable ConversationId conversation, @PathVariable MessageId call) {
        if (DirectConversation.is(conversation)) {
            LiveCall _ = calls.keep(caller, conversation, call);
        } else {
            groups.keep(caller, conversation, call);
        }
    }

    @PutMapping("/api/conversations/{conversation}/calls/{call}/device")
    @Throttled(Limit.CALLS_ACCOUNT)
    @WithoutIdempotencyKey("Repeating it changes nothing.")
    @Operation(
            operationId = "moveCall",
            summary = "Go on with a call on this device",
            description =
                    "Takes the place of the device on which the caller is in a call between two. Of several devices that"
                            + " ask together one gets it. That of before is refused its lease from then on. In the call of"
                            + " a group, joining it does the same.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.NOT_OF_TWO,
        Reason.CALL_OVER,
        Reason.ANSWERED_ELSEWHERE,
        Reason.NOT_ACCEPTED,
        Reason.UNBLOCK_FIRST
    })
    OngoingCall move(
            Caller caller,
            @PathVariable ConversationId conversation,
            @PathVariable MessageId call,
            @RequestBody MovedCall moved) {
        if (!DirectConversation.is(conversation)) {
            groups.of(caller, conversation, call);
            throw new Refused(Reason.NOT_OF_TWO);
        }
        return view(caller, calls.move(caller, conversation, call, moved.moves()));
    }

    @GetMapping("/api/calls/own")
    @Operation(
            operationId = "ownCall",
            summary = "The call between two that the caller is in, on whichever device",
            description = "Once it was answered. One that is on another device can be moved to this one.")
    OwnCall own(Caller caller) {
        return new OwnCall(
                calls.goingOnOf(caller).map(call -> view(caller, call)).orElse(null));
    }

    @GetMapping("/api/conversations/{conversation}/calls/{call}")
    @Operation(
            operationId = "readCall",
            summary = "How a call stands",
            description = "For a device that comes late, and for one in the call that lost what it knew.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.CALL_OVER})
    OngoingCall read(Caller caller, @PathVariable ConversationId conversation, @PathVariable MessageId call) {
        return DirectConversation.is(conversation)
                ? view(caller, calls.of(caller, conversation, call))
                : view(caller, groups.of(caller, conversation, call));
    }

    @Override
    public PartiesOfCall parties(ServiceCaller nobody, ConversationId conversation) {
        if (!DirectConversation.is(conversation)) {
            return partiesInGroup(conversation);
        }
        Optional<LiveCall> going =
                live.in(conversation).filter(LiveCall::accepted).filter(_ -> !live.isAnythingBetween(conversation));
        return new PartiesOfCall(
                going.map(LiveCall::message).orElse(null),
                going.stream()
                        .flatMap(call -> Stream.concat(party(call, call.caller()), party(call, call.callee())))
                        .toList(),
                false);
    }

    private PartiesOfCall partiesInGroup(ConversationId conversation) {
        Optional<GroupCall> going = inGroups.in(conversation);
        return new PartiesOfCall(
                going.map(GroupCall::message).orElse(null),
                going.stream()
                        .flatMap(call -> call.people().stream())
                        .map(place -> new PartiesOfCall.Party(place.person(), place.device()))
                        .toList(),
                true);
    }

    private static Stream<PartiesOfCall.Party> party(LiveCall call, UserId person) {
        SessionId device = call.deviceOf(person);
        return device == null ? Stream.empty() : Stream.of(new PartiesOfCall.Party(person, device));
    }

    private OngoingCall view(Caller caller, LiveCall call) {
        boolean here = caller.session().equals(call.deviceOf(caller.user()));
        return new OngoingCall(
                call.conversation(),
                call.message(),
                call.number(),
                call.sequence(),
                call.accepted() ? "accepted" : "ringing",
                call.kind() == CallKind.VIDEO,
                call.accepted() ? 0 : Math.max(0, Calls.RINGS.minus(call.age()).toMillis()),
                here,
                call.caller(),
                call.moves(),
                call.talked().toMillis(),
                null,
                here ? servers.of(caller.user(), Instant.now()) : List.of());
    }

    private OngoingCall view(Caller caller, GroupCall call) {
        boolean here = call.people().contains(new GroupCalls.Place(caller.user(), caller.session()));
        return new OngoingCall(
                call.conversation(),
                call.message(),
                call.number(),
                call.sequence(),
                "accepted",
                call.kind() == CallKind.VIDEO,
                0,
                here,
                call.starter(),
                null,
                null,
                call.people().stream().map(GroupCalls.Place::person).toList(),
                here ? servers.of(caller.user(), Instant.now()) : List.of());
    }
}
