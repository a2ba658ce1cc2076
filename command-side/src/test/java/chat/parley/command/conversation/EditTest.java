package chat.parley.command.conversation;

import static chat.parley.command.conversation.ConversationEvents.ALICE;
import static chat.parley.command.conversation.ConversationEvents.BOB;
import static chat.parley.command.conversation.ConversationEvents.CAROL;
import static chat.parley.command.conversation.ConversationEvents.deleted;
import static chat.parley.command.conversation.ConversationEvents.edited;
import static chat.parley.command.conversation.ConversationEvents.message;
import static chat.parley.command.conversation.ConversationEvents.send;
import static chat.parley.command.conversation.ConversationEvents.sent;
import static chat.parley.command.conversation.ConversationEvents.startedBy;

import chat.parley.command.conversation.editmessage.EditMessage;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageEdited;
import chat.parley.events.MessageSent;
import chat.parley.events.UserId;
import chat.parley.log.SequenceConflict;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class EditTest {

    private final AggregateTestFixture<Conversation> fixture = new AggregateTestFixture<>(Conversation.class);
    private final MessageSent helo = sent(1, BOB, message(1), "helo");
    private final MessageEdited hallo = edited(1, helo, "hallo");

    private TestExecutor<Conversation> given(Object... more) {
        return fixture.given(startedBy(ALICE), helo).andGiven(more);
    }

    /** Of a text that nobody has edited. */
    private AnnotateMessage edit(UserId member, String text) {
        return new AnnotateMessage(
                new EditMessage(member, 1, helo, Optional.empty(), 1, 9, new MessageContent(text), 1), Instant.MAX);
    }

    /** After {@link #hallo}, which is at sequence 2. */
    private AnnotateMessage again(String text, long replaces) {
        return new AnnotateMessage(
                new EditMessage(BOB, 1, helo, Optional.of(hallo), 2, 9, new MessageContent(text), replaces),
                Instant.MAX);
    }

    @Test
    void theAuthorEditsAndEditsAgain() {
        given().when(edit(BOB, "hallo")).expectEvents(hallo);
        given(hallo).when(again("hello", 2)).expectEvents(edited(1, helo, "hello"));
        given(hallo).when(again("helo", 2)).expectEvents(edited(1, helo, "helo"));
    }

    @Test
    void whatSaysThatAlreadyIsNotRecordedAgain() {
        given().when(edit(BOB, "helo")).expectSuccessfulHandlerExecution().expectNoEvents();
        given(hallo).when(again("hallo", 1)).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void anEditOfATextThatIsNotTheLastIsRefused() {
        refused(given(hallo).when(again("hello", 1)), Reason.EDITED_MEANWHILE);
        refused(given(hallo).when(again("hello", 3)), Reason.EDITED_MEANWHILE);
    }

    @Test
    void nobodyElseEditsNotEvenWithTheSameText() {
        refused(given().when(edit(ALICE, "hello")), Reason.NOT_THE_AUTHOR);
        refused(given().when(edit(ALICE, "helo")), Reason.NOT_THE_AUTHOR);
        refused(given().when(edit(CAROL, "hello")), Reason.CONVERSATION_UNKNOWN);
    }

    @Test
    void whatIsGoneIsNotEdited() {
        refused(given(deleted(1, helo)).when(edit(BOB, "hello")), Reason.MESSAGE_GONE);
        MessageSent erased = new MessageSent(helo.conversation(), 1, BOB, helo.message(), null);
        refused(
                given().when(new AnnotateMessage(
                        new EditMessage(BOB, 1, erased, Optional.empty(), 1, 9, new MessageContent("hi"), 1),
                        Instant.MAX)),
                Reason.MESSAGE_GONE);
    }

    @Test
    void aDecisionOnAnOlderEditIsTakenAgain() {
        given(hallo)
                .when(new AnnotateMessage(
                        new EditMessage(BOB, 1, helo, Optional.empty(), 1, 1, new MessageContent("hello"), 1),
                        Instant.MAX))
                .expectException(SequenceConflict.class);
    }

    @Test
    void anEditTakesNoNumber() {
        given(hallo).when(send(ALICE, message(2), "hi")).expectEvents(sent(2, ALICE, message(2), "hi"));
    }

    private static void refused(ResultValidator<Conversation> result, Reason reason) {
        result.expectException(Refused.class)
                .expectExceptionMessage(reason.sentence())
                .expectNoEvents();
    }
}
