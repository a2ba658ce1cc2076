package chat.parley.command.conversation;

import static chat.parley.command.conversation.ConversationEvents.ALICE;
import static chat.parley.command.conversation.ConversationEvents.BOB;
import static chat.parley.command.conversation.ConversationEvents.CONVERSATION;
import static chat.parley.command.conversation.ConversationEvents.delete;
import static chat.parley.command.conversation.ConversationEvents.deleted;
import static chat.parley.command.conversation.ConversationEvents.message;
import static chat.parley.command.conversation.ConversationEvents.send;
import static chat.parley.command.conversation.ConversationEvents.sent;
import static chat.parley.command.conversation.ConversationEvents.startedBy;

import chat.parley.command.conversation.sendmessage.SendMessage;
import chat.parley.events.InThread;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.MessageReference;
import chat.parley.events.MessageSent;
import chat.parley.events.ReplySent;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ThreadTest {

    private static final MessageReference FIRST = new MessageReference(1, 1);
    private static final MessageReference SECOND = new MessageReference(2, 2);

    private final AggregateTestFixture<Conversation> fixture = new AggregateTestFixture<>(Conversation.class);
    private final MessageSent tea = sent(1, BOB, message(1), "tea?");
    private final MessageSent cake = sent(2, BOB, message(2), "cake?");

    @Test
    void repliesAreNumberedInTheirThreadAndDownwardsInTheConversation() {
        fixture.given(startedBy(ALICE), tea, cake)
                .when(reply(ALICE, 3, FIRST, false))
                .expectEvents(replied(-1, ALICE, 3, FIRST, 1));
        fixture.given(startedBy(ALICE), tea, cake, replied(-1, ALICE, 3, FIRST, 1))
                .when(reply(BOB, 4, FIRST, false))
                .expectEvents(replied(-2, BOB, 4, FIRST, 2));
        fixture.given(startedBy(ALICE), tea, cake, replied(-1, ALICE, 3, FIRST, 1))
                .when(reply(BOB, 4, SECOND, false))
                .expectEvents(replied(-2, BOB, 4, SECOND, 1));
    }

    @Test
    void theConversationCountsWhatIsSentToItTooAndNoOtherReply() {
        fixture.given(startedBy(ALICE), tea, replied(-1, ALICE, 3, FIRST, 1))
                .when(reply(BOB, 4, FIRST, true))
                .expectEvents(new MessageSent(
                        CONVERSATION,
                        2,
                        BOB,
                        message(4),
                        null,
                        new InThread(FIRST, BOB, 2),
                        null,
                        null,
                        null,
                        new MessageContent("yes")));
        fixture.given(startedBy(ALICE), tea, replied(-1, ALICE, 3, FIRST, 1))
                .when(send(ALICE, message(5), "and milk"))
                .expectEvents(sent(2, ALICE, message(5), "and milk"));
    }

    @Test
    void aThreadAboutADeletedMessageGoesOnAndNoneBegins() {
        fixture.given(startedBy(ALICE), tea, deleted(1, tea))
                .when(reply(ALICE, 3, FIRST, false))
                .expectException(Refused.class)
                .expectExceptionMessage(Reason.ORIGIN_GONE.sentence())
                .expectNoEvents();
        fixture.given(startedBy(ALICE), tea, replied(-1, ALICE, 3, FIRST, 1), deleted(1, tea))
                .when(reply(BOB, 4, FIRST, false))
                .expectEvents(replied(-2, BOB, 4, FIRST, 2));
    }

    @Test
    void aReplyThatIsRepeatedRecordsNothing() {
        fixture.given(startedBy(ALICE), tea, replied(-1, ALICE, 3, FIRST, 1))
                .when(reply(ALICE, 3, FIRST, false))
                .expectNoEvents();
    }

    @Test
    void aDeletedReplyKeepsItsPlace() {
        ReplySent reply = replied(-1, ALICE, 3, FIRST, 1);
        fixture.given(startedBy(ALICE), tea, reply)
                .when(delete(ALICE, 2, reply))
                .expectEvents(deleted(2, reply));
        fixture.given(startedBy(ALICE), tea, reply, deleted(2, reply))
                .when(delete(ALICE, 2, reply))
                .expectNoEvents();
        fixture.given(startedBy(ALICE), tea, reply, deleted(2, reply))
                .when(reply(BOB, 4, FIRST, false))
                .expectEvents(replied(-2, BOB, 4, FIRST, 2));
    }

    @Test
    void aStrangerDoesNotReply() {
        fixture.given(startedBy(ALICE), tea)
                .when(reply(new UserId(UUID.randomUUID()), 3, FIRST, false))
                .expectException(Refused.class)
                .expectExceptionMessage(Reason.CONVERSATION_UNKNOWN.sentence());
    }

    private static SendMessage reply(UserId author, int message, MessageReference root, boolean also) {
        return new SendMessage(
                CONVERSATION,
                author,
                message(message),
                null,
                new SendMessage.Root(root, BOB),
                also,
                false,
                new MessageContent("yes"),
                Set.of(),
                Instant.MAX);
    }

    private static ReplySent replied(long number, UserId author, int message, MessageReference root, long place) {
        MessageId id = message(message);
        return new ReplySent(
                CONVERSATION,
                number,
                author,
                id,
                new InThread(root, BOB, place),
                null,
                null,
                new MessageContent("yes"));
    }
}
