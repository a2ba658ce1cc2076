package chat.parley.command.friendship;

import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.FriendRequest;
import chat.parley.events.FriendshipAccepted;
import chat.parley.events.FriendshipRejected;
import chat.parley.events.FriendshipRemoved;
import chat.parley.events.FriendshipRequested;
import chat.parley.events.FriendshipWithdrawn;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class FriendshipTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final ConversationId TALK = DirectConversation.ofBits(1, 2);
    private static final UserId ALICE = new UserId(new UUID(0, 0xA));
    private static final UserId BOB = new UserId(new UUID(0, 0xB));
    private static final FriendRequest LINE = new FriendRequest("we met");
    private static final Pair BY_ALICE = new Pair(TALK, ALICE, BOB);
    private static final Pair BY_BOB = new Pair(TALK, BOB, ALICE);

    private static final FriendshipRequested ASKED = new FriendshipRequested(TALK, ALICE, BOB, LINE);
    private static final FriendshipAccepted ACCEPTED = new FriendshipAccepted(TALK, BOB, ALICE);
    private static final FriendshipRejected REJECTED = new FriendshipRejected(TALK, BOB, ALICE);
    private static final FriendshipWithdrawn WITHDRAWN = new FriendshipWithdrawn(TALK, ALICE, BOB);
    private static final FriendshipRemoved REMOVED = new FriendshipRemoved(TALK, ALICE, BOB);

    private final AggregateTestFixture<Friendship> fixture = new AggregateTestFixture<>(Friendship.class);

    @Test
    void someoneAsksAnotherOnce() {
        fixture.givenNoPriorActivity().when(ask(BY_ALICE)).expectEvents(ASKED);
        nothing(given(ASKED).when(ask(BY_ALICE)));
    }

    @Test
    void twoRequestsThatCrossMakeFriends() {
        given(ASKED).when(ask(BY_BOB)).expectEvents(ACCEPTED);
        nothing(given(ASKED, ACCEPTED).when(ask(BY_ALICE)));
        nothing(given(ASKED, ACCEPTED).when(ask(BY_BOB)));
    }

    @Test
    void whoWasAskedAcceptsWhileTheRequestIsThere() {
        given(ASKED).when(new AcceptFriendship(BY_BOB)).expectEvents(ACCEPTED);
        nothing(given(ASKED, ACCEPTED).when(new AcceptFriendship(BY_BOB)));
        gone(given(ASKED).when(new AcceptFriendship(BY_ALICE)));
        gone(given(ASKED, WITHDRAWN).when(new AcceptFriendship(BY_BOB)));
        gone(given(ASKED, REJECTED).when(new AcceptFriendship(BY_BOB)));
        gone(given(ASKED, ACCEPTED, REMOVED).when(new AcceptFriendship(BY_BOB)));
    }

    @Test
    void whoWasAskedRejects() {
        given(ASKED).when(new RejectFriendship(BY_BOB)).expectEvents(REJECTED);
        gone(given(ASKED).when(new RejectFriendship(BY_ALICE)));
        gone(given(ASKED, ACCEPTED).when(new RejectFriendship(BY_BOB)));
        gone(given(ASKED, REJECTED).when(new RejectFriendship(BY_BOB)));
    }

    @Test
    void whoAskedTakesItBackUntilItIsAnswered() {
        given(ASKED).when(new WithdrawRequest(BY_ALICE)).expectEvents(WITHDRAWN);
        gone(given(ASKED).when(new WithdrawRequest(BY_BOB)));
        gone(given(ASKED, ACCEPTED).when(new WithdrawRequest(BY_ALICE)));
        given(ASKED, WITHDRAWN).when(ask(BY_ALICE)).expectEvents(ASKED);
    }

    @Test
    void eitherEndsAFriendship() {
        given(ASKED, ACCEPTED).when(new RemoveFriend(BY_ALICE)).expectEvents(REMOVED);
        given(ASKED, ACCEPTED).when(new RemoveFriend(BY_BOB)).expectEvents(new FriendshipRemoved(TALK, BOB, ALICE));
        nothing(given(ASKED).when(new RemoveFriend(BY_ALICE)));
        nothing(given(ASKED, ACCEPTED, REMOVED).when(new RemoveFriend(BY_BOB)));
        given(ASKED, ACCEPTED, REMOVED).when(ask(BY_ALICE)).expectEvents(ASKED);
    }

    @Test
    void whoWasRejectedAsksAgainAfterAWhileAndWhoRejectedAtOnce() {
        fixture.givenCurrentTime(NOW)
                .andGiven(ASKED, REJECTED)
                .when(ask(BY_ALICE, NOW.plus(Friendship.PAUSE).minusSeconds(1)))
                .expectException(Refused.class)
                .expectExceptionMessage(Reason.ASK_LATER.sentence())
                .expectNoEvents();
        fixture.givenCurrentTime(NOW)
                .andGiven(ASKED, REJECTED)
                .when(ask(BY_ALICE, NOW.plus(Friendship.PAUSE)))
                .expectEvents(ASKED);
        fixture.givenCurrentTime(NOW)
                .andGiven(ASKED, REJECTED)
                .when(ask(BY_BOB, NOW.plus(Duration.ofSeconds(1))))
                .expectEvents(new FriendshipRequested(TALK, BOB, ALICE, LINE));
    }

    @Test
    void aBlockEndsWhateverThereIs() {
        given(ASKED, ACCEPTED).when(new PartFrom(BY_ALICE)).expectEvents(REMOVED);
        given(ASKED).when(new PartFrom(BY_ALICE)).expectEvents(WITHDRAWN);
        given(ASKED).when(new PartFrom(BY_BOB)).expectEvents(REJECTED);
        nothing(given(ASKED, REJECTED).when(new PartFrom(BY_BOB)));
    }

    @Test
    void nobodyIsTheirOwnFriend() {
        fixture.givenNoPriorActivity()
                .when(ask(new Pair(TALK, ALICE, ALICE)))
                .expectException(Refused.class)
                .expectExceptionMessage(Reason.SELF_FRIEND.sentence())
                .expectNoEvents();
    }

    private TestExecutor<Friendship> given(Object... events) {
        return fixture.given(events);
    }

    private static RequestFriendship ask(Pair pair) {
        return ask(pair, NOW);
    }

    private static RequestFriendship ask(Pair pair, Instant now) {
        return new RequestFriendship(pair, LINE, now);
    }

    private static void nothing(ResultValidator<Friendship> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static void gone(ResultValidator<Friendship> result) {
        result.expectException(Refused.class)
                .expectExceptionMessage(Reason.REQUEST_GONE.sentence())
                .expectNoEvents();
    }
}
