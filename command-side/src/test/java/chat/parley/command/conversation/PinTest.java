package chat.parley.command.conversation;

import static chat.parley.command.conversation.ConversationEvents.ALICE;
import static chat.parley.command.conversation.ConversationEvents.BOB;
import static chat.parley.command.conversation.ConversationEvents.CAROL;
import static chat.parley.command.conversation.ConversationEvents.CONVERSATION;
import static chat.parley.command.conversation.ConversationEvents.deleted;
import static chat.parley.command.conversation.ConversationEvents.message;
import static chat.parley.command.conversation.ConversationEvents.sent;
import static chat.parley.command.conversation.ConversationEvents.startedBy;

import chat.parley.command.conversation.pin.PinMessage;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupDetails;
import chat.parley.events.GroupMember;
import chat.parley.events.MemberRole;
import chat.parley.events.MessagePinned;
import chat.parley.events.MessageSent;
import chat.parley.events.MessageUnpinned;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class PinTest {

    private static final GroupCreated GROUP = new GroupCreated(
            CONVERSATION,
            List.of(new GroupMember(ALICE, MemberRole.OWNER), new GroupMember(BOB, MemberRole.MEMBER)),
            ALICE,
            new GroupDetails("Gardeners"));

    private final AggregateTestFixture<Conversation> fixture = new AggregateTestFixture<>(Conversation.class);
    private final MessageSent tea = sent(1, BOB, message(1), "tea at four");

    @Test
    void eitherOfTwoPinsAndUnpins() {
        fixture.given(startedBy(ALICE), tea).when(pin(ALICE, true)).expectEvents(pinned(ALICE));
        fixture.given(startedBy(ALICE), tea, pinned(ALICE))
                .when(pin(BOB, false))
                .expectEvents(unpinned(BOB));
        fixture.given(startedBy(ALICE), tea, pinned(ALICE), unpinned(BOB))
                .when(pin(BOB, true))
                .expectEvents(pinned(BOB));
    }

    @Test
    void whatIsSoAlreadyRecordsNothing() {
        fixture.given(startedBy(ALICE), tea, pinned(ALICE))
                .when(pin(BOB, true))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(startedBy(ALICE), tea)
                .when(pin(BOB, false))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void inAGroupThoseWhoLeadItPin() {
        fixture.given(GROUP, tea).when(pin(ALICE, true)).expectEvents(pinned(ALICE));
        refused(Reason.NOT_PERMITTED, pin(BOB, true), GROUP, tea);
        refused(Reason.NOT_PERMITTED, pin(BOB, false), GROUP, tea, pinned(ALICE));
        refused(Reason.CONVERSATION_UNKNOWN, pin(CAROL, true), GROUP, tea);
    }

    @Test
    void whatWasDeletedIsPinnedNoMoreAndNeverAgain() {
        refused(Reason.MESSAGE_GONE, pin(ALICE, true), startedBy(ALICE), tea, pinned(ALICE), deleted(1, tea));
        fixture.given(startedBy(ALICE), tea, pinned(ALICE), deleted(1, tea))
                .when(pin(ALICE, false))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aConversationHasFiftyPinsAtMost() {
        List<Object> given = new ArrayList<>(List.of(startedBy(ALICE)));
        for (int number = 1; number <= 51; number++) {
            given.add(sent(number, BOB, message(number), "a"));
        }
        for (int number = 2; number <= 51; number++) {
            given.add(new MessagePinned(CONVERSATION, number, number, message(number), ALICE));
        }
        refused(Reason.TOO_MANY_PINS, pin(ALICE, true), given.toArray());
    }

    private void refused(Reason reason, PinMessage command, Object... given) {
        fixture.given(given)
                .when(command)
                .expectException(Refused.class)
                .expectExceptionMessage(reason.sentence())
                .expectNoEvents();
    }

    private PinMessage pin(UserId asker, boolean pinned) {
        return new PinMessage(asker, 1, tea, pinned, Instant.MAX);
    }

    private MessagePinned pinned(UserId by) {
        return new MessagePinned(CONVERSATION, 1, 1, tea.message(), by);
    }

    private MessageUnpinned unpinned(UserId by) {
        return new MessageUnpinned(CONVERSATION, 1, 1, tea.message(), by);
    }
}
