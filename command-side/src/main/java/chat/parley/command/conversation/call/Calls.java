package chat.parley.command.conversation.call;

import chat.parley.access.Caller;
import chat.parley.command.conversation.BlockedConversations;
import chat.parley.command.conversation.ConversationFactsCache;
import chat.parley.command.conversation.call.ChangeCall.Step;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.erasure.ErasedPeople;
import chat.parley.events.CallKind;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.log.AlreadyRecorded;
import chat.parley.log.CommandId;
import chat.parley.log.guard.LiveCalls;
import chat.parley.log.guard.LiveCalls.LiveCall;
import chat.parley.log.guard.Memberships;
import chat.parley.log.guard.Sights;
import chat.parley.privacy.Detail;
import chat.parley.privacy.HiddenDetails;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Starts, answers and ends calls, and ends those of which nobody hears any more. */
@Component
public class Calls {

    /** So long a call rings. */
    static final Duration RINGS = Duration.ofSeconds(45);

    private static final Duration CALLER_SILENT = Duration.ofSeconds(25);
    private static final Duration DEVICE_SILENT = Duration.ofSeconds(45);
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    /** Where these stand against it, a call still ends; how long it lasted is then not told. */
    private static final Set<Reason> UNTOLD = EnumSet.of(
            Reason.NOT_ACCEPTED,
            Reason.UNBLOCK_FIRST,
            Reason.ACCOUNT_ERASED,
            Reason.SESSION_ENDED,
            Reason.USER_UNKNOWN);

    private final CommandDispatch dispatch;
    private final BlockedConversations blocked;
    private final ConversationFactsCache conversations;
    private final ErasedPeople erased;
    private final LiveCalls live;
    private final Memberships memberships;
    private final Sights sights;
    private final Clock clock;

    Calls(
            CommandDispatch dispatch,
            BlockedConversations blocked,
            ConversationFactsCache conversations,
            ErasedPeople erased,
            LiveCalls live,
            Memberships memberships,
            Sights sights) {
        this.dispatch = dispatch;
        this.blocked = blocked;
        this.conversations = conversations;
        this.erased = erased;
        this.live = live;
        this.memberships = memberships;
        this.sights = sights;
        this.clock = Clock.systemUTC();
    }

    /**
     * @param message was chosen by the caller's client; starting the same call again changes nothing
     * @return the call that rings or, where the other was calling, goes on; empty if it is over already, because the other is in a call
     * @throws Refused {@link Reason#CONVERSATION_UNKNOWN}, {@link Reason#MESSAGE_ID_INVALID}, {@link Reason#NOT_OF_TWO}, {@link
     *     Reason#IN_A_CALL}, {@link Reason#ACCOUNT_ERASED}, {@link Reason#NOT_ACCEPTED}, {@link Reason#UNBLOCK_FIRST}
     */
    Optional<LiveCall> start(Caller caller, ConversationId conversation, MessageId message, CallKind kind) {
        if (!message.isVersion7()) {
            throw Refused.forField("message", Reason.MESSAGE_ID_INVALID);
        }
        requireMember(caller, conversation);
        blocked.requireOpen(caller, conversation);
        if (live.isUnwelcome(caller.user(), conversation)) {
            throw new Refused(Reason.NOT_ACCEPTED);
        }
        boolean busy = isSeenBusy(caller, conversation);
        StartCall command =
                new StartCall(conversation, caller.user(), message, kind, busy, clock.instant(), erased.known());
        try {
            blocked.say(
                    caller, conversation, () -> dispatch.send(command, caller, CommandId.of(caller.user(), message)));
        } catch (AlreadyRecorded longAgo) {
            // It rings, or is over.
        }
        return live.in(conversation).flatMap(call -> takenPlace(caller, call));
    }

    /**
     * @throws Refused {@link Reason#CONVERSATION_UNKNOWN}, {@link Reason#CALL_OVER}, {@link Reason#ANSWERED_ELSEWHERE}, {@link
     *     Reason#IN_A_CALL}, {@link Reason#NOT_ACCEPTED}, {@link Reason#UNBLOCK_FIRST}
     */
    LiveCall answer(Caller caller, ConversationId conversation, MessageId call) {
        requireMember(caller, conversation);
        ChangeCall command = new ChangeCall(conversation, call, caller.user(), Step.ANSWER, clock.instant(), true);
        blocked.say(caller, conversation, () -> dispatch.send(command, caller, null));
        return keep(caller, conversation, call);
    }

    /** Whatever stands against talking, hanging up is possible. Ending what is over changes nothing. */
    void end(Caller caller, ConversationId conversation, MessageId call, boolean failed) {
        requireMember(caller, conversation);
        if (failed && live.in(conversation).stream().anyMatch(there -> isElsewhere(caller, there))) {
            // That this device is not connected any more is no news once the call is on another.
            return;
        }
        try {
            change(
                    conversation,
                    call,
                    caller.user(),
                    failed ? Step.FAIL : Step.HANG_UP,
                    command -> dispatch.send(command, caller, null));
        } catch (Refused refused) {
            if (refused.reason() != Reason.CALL_OVER) {
                throw refused;
            }
        }
    }

    private static boolean isElsewhere(Caller caller, LiveCall call) {
        SessionId device = call.deviceOf(caller.user());
        return call.accepted() && device != null && !device.equals(caller.session());
    }

    /**
     * Goes on with a call on this device, which was on another one of the same person.
     *
     * @param moves as often it was moved as far as this device knows
     * @throws Refused {@link Reason#CONVERSATION_UNKNOWN}, {@link Reason#CALL_OVER}, {@link Reason#NOT_ACCEPTED}, {@link
     *     Reason#UNBLOCK_FIRST}, {@link Reason#ANSWERED_ELSEWHERE} if it was moved meanwhile, or this person has not answered it
     */
    LiveCall move(Caller caller, ConversationId conversation, MessageId call, int moves) {
        LiveCall _ = of(caller, conversation, call);
        blocked.requireOpen(caller, conversation);
        return live.move(conversation, call, caller.user(), caller.session(), moves)
                .orElseThrow(() -> elsewhere(caller, conversation, call));
    }

    /** What was there a moment ago may have ended meanwhile, and is not on another device then. */
    private Refused elsewhere(Caller caller, ConversationId conversation, MessageId call) {
        LiveCall _ = of(caller, conversation, call);
        return new Refused(Reason.ANSWERED_ELSEWHERE);
    }

    /** The call between two that the caller is in, on whichever device. */
    Optional<LiveCall> goingOnOf(Caller caller) {
        return live.goingOnOf(caller.user());
    }

    /** @throws Refused {@link Reason#CONVERSATION_UNKNOWN}, {@link Reason#CALL_OVER} */
    LiveCall of(Caller caller, ConversationId conversation, MessageId call) {
        requireMember(caller, conversation);
        return live.in(conversation)
                .filter(there -> there.message().equals(call))
                .orElseThrow(() -> new Refused(Reason.CALL_OVER));
    }

    /** Says that this device is in the call. Refused as {@link #of} is, and with {@link Reason#ANSWERED_ELSEWHERE}. */
    LiveCall keep(Caller caller, ConversationId conversation, MessageId call) {
        return takenPlace(caller, of(caller, conversation, call))
                .orElseThrow(() -> elsewhere(caller, conversation, call));
    }

    /** Ends what rang for too long, and what goes on without one of its devices. */
    void endLapsed() {
        for (LiveCall lapsed : live.lapsed(RINGS, CALLER_SILENT, DEVICE_SILENT)) {
            Step step = lapsed.accepted() ? Step.LOSE : lapsed.age().compareTo(RINGS) >= 0 ? Step.MISS : Step.GIVE_UP;
            try {
                change(lapsed.conversation(), lapsed.message(), lapsed.caller(), step, dispatch::sendOfItself);
            } catch (Refused refused) {
                LOG.debug("a call was not ended: {}", refused.reason().code());
            }
        }
    }

    private void change(
            ConversationId conversation, MessageId call, UserId asker, Step step, Consumer<ChangeCall> sending) {
        try {
            // Whichever it is that stands between the two, and whoever ends the call, it looks the same.
            boolean noted = !live.isAnythingBetween(conversation);
            sending.accept(new ChangeCall(conversation, call, asker, step, clock.instant(), noted));
        } catch (Refused refused) {
            if (!UNTOLD.contains(refused.reason())) {
                throw refused;
            }
            sending.accept(new ChangeCall(conversation, call, asker, step, clock.instant(), false));
        }
    }

    /** Whoever is in a call is online: who is not to know that rings them in vain. */
    private boolean isSeenBusy(Caller caller, ConversationId conversation) {
        if (!live.isBusyBeside(caller.user(), conversation)) {
            return false;
        }
        Set<UserId> people = memberships.presentIn(List.of(conversation), 2).getOrDefault(conversation, Set.of());
        HiddenDetails hidden = sights.hiddenFrom(caller.user(), people);
        return people.stream().noneMatch(person -> hidden.hides(Detail.ONLINE, caller.user(), person));
    }

    /** Takes a place in the call for this device, unless another has it. */
    private Optional<LiveCall> takenPlace(Caller caller, LiveCall call) {
        boolean takesPart = call.caller().equals(caller.user()) || call.accepted();
        return takesPart
                ? live.seen(call.conversation(), call.message(), caller.user(), caller.session())
                : Optional.empty();
    }

    private void requireMember(Caller caller, ConversationId conversation) {
        if (!conversations.hasBeenMember(conversation, caller.user())) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
    }
}
