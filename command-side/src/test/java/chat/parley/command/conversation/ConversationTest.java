package chat.parley.command.conversation;

import static chat.parley.command.conversation.ConversationEvents.ALICE;
import static chat.parley.command.conversation.ConversationEvents.BOB;
import static chat.parley.command.conversation.ConversationEvents.CAROL;
import static chat.parley.command.conversation.ConversationEvents.CONVERSATION;
import static chat.parley.command.conversation.ConversationEvents.delete;
import static chat.parley.command.conversation.ConversationEvents.deleted;
import static chat.parley.command.conversation.ConversationEvents.message;
import static chat.parley.command.conversation.ConversationEvents.send;
import static chat.parley.command.conversation.ConversationEvents.sendKnowingErased;
import static chat.parley.command.conversation.ConversationEvents.sent;
import static chat.parley.command.conversation.ConversationEvents.start;
import static chat.parley.command.conversation.ConversationEvents.startedBy;

import chat.parley.events.DirectConversationStarted;
import chat.parley.events.MessageSent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private final AggregateTestFixture<Conversation> fixture = new AggregateTestFixture<>(Conversation.class);

    @Test
    void aPairStartsItsConversation() {
        fixture.givenNoPriorActivity().when(start(ALICE, BOB)).expectEvents(startedBy(ALICE));
    }

    @Test
    void theMembersAreInTheOrderOfTheirIdsWhoeverStarts() {
        fixture.givenNoPriorActivity().when(start(BOB, ALICE)).expectEvents(startedBy(BOB));
    }

    @Test
    void startingItAgainRecordsNothing() {
        fixture.given(startedBy(ALICE))
                .when(start(BOB, ALICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aConversationWithOneselfHasOneMember() {
        fixture.givenNoPriorActivity()
                .when(start(ALICE, ALICE))
                .expectEvents(new DirectConversationStarted(CONVERSATION, List.of(ALICE), ALICE));
    }

    @Test
    void theFirstMessageIsNumberOne() {
        fixture.given(startedBy(ALICE))
                .when(send(BOB, message(1), "hello"))
                .expectEvents(sent(1, BOB, message(1), "hello"));
    }

    @Test
    void numbersFollowEachOtherWhoeverWrites() {
        fixture.given(startedBy(ALICE), sent(1, BOB, message(1), "hello"))
                .when(send(ALICE, message(2), "hi"))
                .expectEvents(sent(2, ALICE, message(2), "hi"));
    }

    @Test
    void aMessageSentAgainRecordsNothing() {
        fixture.given(startedBy(ALICE), sent(1, BOB, message(1), "hello"))
                .when(send(BOB, message(1), "hello"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theSameMessageIdOfAnotherAuthorIsAnotherMessage() {
        fixture.given(startedBy(ALICE), sent(1, BOB, message(1), "hello"))
                .when(send(ALICE, message(1), "hello"))
                .expectEvents(sent(2, ALICE, message(1), "hello"));
    }

    @Test
    void aMessageTheWindowHasForgottenIsLeftToTheLogToRecognize() {
        List<Object> history = new ArrayList<>(List.of(startedBy(ALICE)));
        for (int number = 1; number <= RecentMessages.WINDOW + 1; number++) {
            history.add(sent(number, BOB, message(number), "hello"));
        }
        fixture.given(history)
                .when(send(BOB, message(1), "hello"))
                .expectEvents(sent(RecentMessages.WINDOW + 2L, BOB, message(1), "hello"));
    }

    @Test
    void aStrangerWritesNothing() {
        refused(fixture.given(startedBy(ALICE)).when(send(CAROL, message(1), "hello")), Reason.CONVERSATION_UNKNOWN);
    }

    @Test
    void nobodyWritesWhereThereIsNoConversation() {
        refused(fixture.givenNoPriorActivity().when(send(ALICE, message(1), "hello")), Reason.CONVERSATION_UNKNOWN);
    }

    @Test
    void nobodyWritesToSomeoneWhoWasErased() {
        refused(
                fixture.given(startedBy(ALICE)).when(sendKnowingErased(BOB, message(1), "hello", ALICE)),
                Reason.ACCOUNT_ERASED);
        fixture.given(startedBy(ALICE))
                .when(sendKnowingErased(BOB, message(1), "hello", CAROL))
                .expectEvents(sent(1, BOB, message(1), "hello"));
    }

    @Test
    void aMessageSentAgainRecordsNothingAlsoWhereSomeoneWasErasedSince() {
        fixture.given(startedBy(ALICE), sent(1, BOB, message(1), "hello"))
                .when(sendKnowingErased(BOB, message(1), "hello", ALICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theAuthorDeletesAMessage() {
        MessageSent sent = sent(1, BOB, message(1), "hello");
        fixture.given(startedBy(ALICE), sent).when(delete(BOB, 1, sent)).expectEvents(deleted(1, sent));
    }

    @Test
    void aMessageDeletedAgainRecordsNothing() {
        MessageSent sent = sent(1, BOB, message(1), "hello");
        fixture.given(startedBy(ALICE), sent, deleted(1, sent))
                .when(delete(BOB, 1, sent))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aDeletionTakesNoNumber() {
        MessageSent sent = sent(1, BOB, message(1), "hello");
        fixture.given(startedBy(ALICE), sent, deleted(1, sent))
                .when(send(ALICE, message(2), "hi"))
                .expectEvents(sent(2, ALICE, message(2), "hi"));
    }

    @Test
    void aDeletedMessagesIdStaysUsed() {
        MessageSent sent = sent(1, BOB, message(1), "hello");
        fixture.given(startedBy(ALICE), sent, deleted(1, sent))
                .when(send(BOB, message(1), "hello"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void nobodyDeletesWhatAnotherWrote() {
        MessageSent sent = sent(1, BOB, message(1), "hello");
        refused(fixture.given(startedBy(ALICE), sent).when(delete(ALICE, 1, sent)), Reason.NOT_THE_AUTHOR);
    }

    @Test
    void aStrangerDeletesNothing() {
        MessageSent sent = sent(1, BOB, message(1), "hello");
        refused(fixture.given(startedBy(ALICE), sent).when(delete(CAROL, 1, sent)), Reason.CONVERSATION_UNKNOWN);
    }

    private static void refused(ResultValidator<Conversation> result, Reason reason) {
        result.expectException(Refused.class)
                .expectExceptionMessage(reason.sentence())
                .expectNoEvents();
    }
}
