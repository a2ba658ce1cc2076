package chat.parley.command.conversation.call;

import chat.parley.access.Caller;
import chat.parley.command.conversation.ConversationFactsCache;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.erasure.ErasedPeople;
import chat.parley.events.CallKind;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import chat.parley.log.AlreadyRecorded;
import chat.parley.log.CommandId;
import chat.parley.log.guard.GroupCalls;
import chat.parley.log.guard.GroupCalls.GroupCall;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Begins calls in groups, knows who is in them, and ends those in which nobody is any more. */
@Component
class CallsOfGroups {

    /** So many people a call takes. */
    private static final int MOST = 50;

    private static final Duration DEVICE_SILENT = Duration.ofSeconds(25);
    private static final Duration EMPTY = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(CallsOfGroups.class);

    private final CommandDispatch dispatch;
    private final ConversationFactsCache conversations;
    private final ErasedPeople erased;
    private final GroupCalls live;
    private final CallSettings settings;
    private final Clock clock = Clock.systemUTC();

    CallsOfGroups(
            CommandDispatch dispatch,
            ConversationFactsCache conversations,
            ErasedPeople erased,
            GroupCalls live,
            CallSettings settings) {
        this.dispatch = dispatch;
        this.conversations = conversations;
        this.erased = erased;
        this.live = live;
        this.settings = settings;
    }

    /**
     * Begins a call, or joins the one that goes on.
     *
     * @param message was chosen by the caller's client; beginning the same call again changes nothing
     * @throws Refused {@link Reason#CONVERSATION_UNKNOWN}, {@link Reason#MESSAGE_ID_INVALID}, {@link Reason#NO_GROUP_CALLS}, {@link
     *     Reason#GROUP_CLOSED}, {@link Reason#NOT_PERMITTED}, {@link Reason#MUTED}, {@link Reason#IN_A_CALL}, {@link Reason#CALL_FULL}, {@link
     *     Reason#CALL_OVER} if it was begun long ago
     */
    GroupCall start(Caller caller, ConversationId conversation, MessageId message, CallKind kind) {
        if (!message.isVersion7()) {
            throw Refused.forField("message", Reason.MESSAGE_ID_INVALID);
        }
        requireMember(caller, conversation);
        if (!settings.takesGroups()) {
            throw new Refused(Reason.NO_GROUP_CALLS);
        }
        if (live.isBusyBeside(caller.user(), conversation)) {
            throw new Refused(Reason.IN_A_CALL);
        }
        if (live.in(conversation).isEmpty()) {
            begin(caller, conversation, message, kind);
        }
        MessageId there =
                live.in(conversation).map(GroupCall::message).orElseThrow(() -> new Refused(Reason.CALL_OVER));
        return join(caller, conversation, there);
    }

    private void begin(Caller caller, ConversationId conversation, MessageId message, CallKind kind) {
        try {
            dispatch.send(
                    new StartCall(conversation, caller.user(), message, kind, false, clock.instant(), erased.known()),
                    caller,
                    CommandId.of(caller.user(), message));
        } catch (AlreadyRecorded longAgo) {
            // It goes on, or is over.
        }
    }

    /** Refused as {@link GroupCalls#join} is. */
    GroupCall join(Caller caller, ConversationId conversation, MessageId call) {
        live.join(conversation, call, caller.user(), caller.session(), MOST);
        return of(caller, conversation, call);
    }

    /** @throws Refused {@link Reason#CONVERSATION_UNKNOWN}, {@link Reason#CALL_OVER} */
    GroupCall of(Caller caller, ConversationId conversation, MessageId call) {
        requireMember(caller, conversation);
        return live.in(conversation)
                .filter(there -> there.message().equals(call))
                .orElseThrow(() -> new Refused(Reason.CALL_OVER));
    }

    /** Refused as {@link #of} is, and with {@link Reason#ANSWERED_ELSEWHERE} where this device is not in the call, or not any more. */
    void keep(Caller caller, ConversationId conversation, MessageId call) {
        if (!live.seen(conversation, call, caller.user(), caller.session())) {
            GroupCall _ = of(caller, conversation, call);
            throw new Refused(Reason.ANSWERED_ELSEWHERE);
        }
    }

    /** Leaving what is over, or where one is not, changes nothing. */
    void leave(Caller caller, ConversationId conversation, MessageId call) {
        live.leave(conversation, call, caller.user(), caller.session());
    }

    /** @throws Refused {@link Reason#CONVERSATION_UNKNOWN}, {@link Reason#NOT_PERMITTED} */
    void endForAll(Caller caller, ConversationId conversation, MessageId call) {
        requireMember(caller, conversation);
        try {
            end(conversation, call, caller.user(), command -> dispatch.send(command, caller, null));
        } catch (Refused refused) {
            if (refused.reason() != Reason.CALL_OVER) {
                throw refused;
            }
        }
    }

    /** Takes the places of devices that are gone, and ends what is empty. */
    void endLapsed() {
        for (GroupCall empty : live.lapsed(DEVICE_SILENT, EMPTY)) {
            try {
                end(empty.conversation(), empty.message(), null, dispatch::sendOfItself);
            } catch (Refused refused) {
                LOG.debug("a call was not ended: {}", refused.reason().code());
            }
        }
    }

    /** How long it lasted is content of who ended it, or began it; of somebody who is erased there is none. */
    private void end(
            ConversationId conversation, MessageId call, @Nullable UserId asker, Consumer<EndGroupCall> sending) {
        try {
            sending.accept(new EndGroupCall(conversation, call, asker, clock.instant(), true));
        } catch (Refused refused) {
            if (refused.reason() != Reason.ACCOUNT_ERASED && refused.reason() != Reason.USER_UNKNOWN) {
                throw refused;
            }
            sending.accept(new EndGroupCall(conversation, call, asker, clock.instant(), false));
        }
    }

    private void requireMember(Caller caller, ConversationId conversation) {
        if (!conversations.isMember(conversation, caller.user())) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
    }
}
