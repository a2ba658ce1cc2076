package chat.parley.command.conversation;

import static chat.parley.command.conversation.ConversationEvents.ALICE;
import static chat.parley.command.conversation.ConversationEvents.BOB;
import static chat.parley.command.conversation.ConversationEvents.answer;
import static chat.parley.command.conversation.ConversationEvents.answered;
import static chat.parley.command.conversation.ConversationEvents.deleted;
import static chat.parley.command.conversation.ConversationEvents.message;
import static chat.parley.command.conversation.ConversationEvents.sent;
import static chat.parley.command.conversation.ConversationEvents.startedBy;

import chat.parley.events.MessageReference;
import chat.parley.events.MessageSent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ReplyTest {

    private static final MessageReference ORIGIN = new MessageReference(1, 1);

    private final AggregateTestFixture<Conversation> fixture = new AggregateTestFixture<>(Conversation.class);
    private final MessageSent tea = sent(1, BOB, message(1), "tea?");

    @Test
    void aMessageNamesTheOneItAnswers() {
        fixture.given(startedBy(ALICE), tea)
                .when(answer(ALICE, message(2), "gladly", ORIGIN))
                .expectEvents(answered(2, ALICE, message(2), "gladly", ORIGIN));
    }

    @Test
    void whatWasDeletedIsNotAnswered() {
        fixture.given(startedBy(ALICE), tea, deleted(1, tea))
                .when(answer(ALICE, message(2), "gladly", ORIGIN))
                .expectException(Refused.class)
                .expectExceptionMessage(Reason.ORIGIN_GONE.sentence())
                .expectNoEvents();
    }

    @Test
    void anAnswerThatIsRepeatedAfterADeletionRecordsNothing() {
        fixture.given(startedBy(ALICE), tea, answered(2, ALICE, message(2), "gladly", ORIGIN), deleted(1, tea))
                .when(answer(ALICE, message(2), "gladly", ORIGIN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
