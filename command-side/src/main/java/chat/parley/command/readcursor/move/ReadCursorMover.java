package chat.parley.command.readcursor.move;

import chat.parley.access.Caller;
import chat.parley.command.conversation.BlockedConversations;
import chat.parley.command.conversation.ConversationFactsCache;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.contracts.CursorMoves;
import chat.parley.contracts.CursorRefused;
import chat.parley.contracts.CursorsMoved;
import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.membership.ReceiptLimits;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Moves members' read cursors forward. */
@Component
public final class ReadCursorMover {

    private final CommandDispatch dispatch;
    private final ConversationFactsCache conversations;
    private final BlockedConversations blocked;
    private final EventLog log;
    private final Clock clock;
    private final ThrottledReads postponed;

    ReadCursorMover(
            CommandDispatch dispatch,
            ConversationFactsCache conversations,
            BlockedConversations blocked,
            EventLog log,
            ObjectProvider<Clock> clock) {
        this.blocked = blocked;
        this.dispatch = dispatch;
        this.conversations = conversations;
        this.log = log;
        this.clock = clock.getIfUnique(Clock::systemUTC);
        this.postponed = new ThrottledReads(this.clock);
    }

    /** The result for one conversation: the position of the recorded event, 0 if nothing was recorded, or a refusal. */
    private record Outcome(
            ConversationId conversation,
            long position,
            @Nullable Refused refusal) {

        boolean recordedNothing() {
            return refusal == null && position == 0;
        }
    }

    /**
     * If several conversations are given, refusals are part of the answer.
     *
     * @throws Refused {@link Reason#MALFORMED} for no conversation, more than {@link CursorMoves#MOST}, or a negative
     *     number; for a single conversation also {@link Reason#CONVERSATION_UNKNOWN}, {@link Reason#BEYOND_LAST_MESSAGE},
     *     {@link Reason#CONFLICT}
     */
    public CursorsMoved move(Caller caller, CursorMoves asked) {
        List<CursorMove> moves = CursorMove.each(asked);
        List<Outcome> outcomes = BoundedConcurrency.map(moves, move -> outcome(caller, move));
        Refused first = outcomes.getFirst().refusal();
        if (outcomes.size() == 1 && first != null) {
            throw first;
        }
        long newest = LongStream.concat(
                        outcomes.stream().mapToLong(Outcome::position), earlierPositions(caller.user(), outcomes))
                .max()
                .orElse(0);
        return new CursorsMoved(
                newest,
                outcomes.stream()
                        .filter(outcome -> outcome.refusal() != null)
                        .map(outcome ->
                                CursorRefused.of(outcome.conversation(), Objects.requireNonNull(outcome.refusal())))
                        .toList());
    }

    private Outcome outcome(Caller caller, CursorMove move) {
        try {
            return new Outcome(move.conversation(), recorded(caller, move), null);
        } catch (Refused refused) {
            return new Outcome(move.conversation(), 0, refused);
        }
    }

    private long recorded(Caller caller, CursorMove move) {
        ConversationId conversation = move.conversation();
        if (!conversations.isMember(conversation, caller.user())) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        long last = conversations.lastNumber(conversation, move.highest());
        boolean large = conversations.isLarge(conversation);
        boolean disclosed = blocked.discloses(conversation, caller.user());
        List<StoredEvent> recorded = new ArrayList<>();
        if (move.received() > move.read() && !large) {
            recorded.addAll(dispatch.send(
                    new MarkDelivered(conversation, caller.user(), move.received(), last, disclosed), caller));
        }
        if (move.read() > 0 && large) {
            recorded.addAll(readInLarge(caller, move, last, disclosed));
        } else if (move.read() > 0) {
            recorded.addAll(dispatch.send(
                    new MarkRead(conversation, caller.user(), move.read(), last, Instant.MAX, disclosed), caller));
        }
        return recorded.isEmpty() ? 0 : recorded.getLast().position();
    }

    /** A read that comes too soon is postponed. */
    private List<StoredEvent> readInLarge(Caller caller, CursorMove move, long last, boolean disclosed) {
        Instant lastReadBy = clock.instant().minus(ReceiptLimits.READ_EVERY);
        try {
            return dispatch.send(
                    new MarkRead(move.conversation(), caller.user(), move.read(), last, lastReadBy, disclosed), caller);
        } catch (Refused refused) {
            if (refused.reason() != Reason.SLOW_DOWN) {
                throw refused;
            }
            postponed.add(caller, move);
            return List.of();
        }
    }

    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void recordPostponed() {
        postponed.giveDue(read -> outcome(read.caller(), read.move()));
    }

    /** The newest event of each cursor that was already as far as requested. */
    private LongStream earlierPositions(UserId member, List<Outcome> outcomes) {
        List<StreamId> cursors = outcomes.stream()
                .filter(Outcome::recordedNothing)
                .map(outcome -> StreamId.readCursor(outcome.conversation(), member))
                .toList();
        return cursors.isEmpty()
                ? LongStream.empty()
                : log.newestOf(cursors).stream().mapToLong(StoredEvent::position);
    }
}
