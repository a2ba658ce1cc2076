package chat.parley.command.conversation;

import static chat.parley.command.conversation.ConversationEvents.ALICE;
import static chat.parley.command.conversation.ConversationEvents.BOB;
import static chat.parley.command.conversation.ConversationEvents.CAROL;
import static chat.parley.command.conversation.ConversationEvents.deleted;
import static chat.parley.command.conversation.ConversationEvents.message;
import static chat.parley.command.conversation.ConversationEvents.reacted;
import static chat.parley.command.conversation.ConversationEvents.send;
import static chat.parley.command.conversation.ConversationEvents.sent;
import static chat.parley.command.conversation.ConversationEvents.startedBy;

import chat.parley.command.conversation.react.React;
import chat.parley.command.conversation.react.React.Emoji;
import chat.parley.events.MessageSent;
import chat.parley.events.ReactionsChanged;
import chat.parley.events.UserId;
import chat.parley.log.SequenceConflict;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class ReactionTest {

    private static final String[] TWENTY = IntStream.range(0, 20)
            .mapToObj(n -> Character.toString(0x1F400 + n))
            .toArray(String[]::new);

    private final AggregateTestFixture<Conversation> fixture = new AggregateTestFixture<>(Conversation.class);
    private final MessageSent hello = sent(1, BOB, message(1), "hello");

    private TestExecutor<Conversation> given(Object... more) {
        return fixture.given(startedBy(ALICE), hello).andGiven(more);
    }

    /** Decided on all that was said about the message. */
    private AnnotateMessage react(UserId member, String emoji, ReactionsChanged... before) {
        return new AnnotateMessage(
                new React(member, 1, hello, List.of(before), 9, new Emoji(emoji), true), Instant.MAX);
    }

    private AnnotateMessage takeBack(UserId member, String emoji, ReactionsChanged... before) {
        return new AnnotateMessage(
                new React(member, 1, hello, List.of(before), 9, new Emoji(emoji), false), Instant.MAX);
    }

    private ReactionsChanged now(UserId member, String... emojis) {
        return reacted(member, 1, hello, emojis);
    }

    @Test
    void aMemberReacts() {
        given().when(react(ALICE, "👍")).expectEvents(now(ALICE, "👍"));
    }

    @Test
    void reactionsAreAddedToOnesOwnAndToNobodyElses() {
        ReactionsChanged bobs = now(BOB, "🎉");
        ReactionsChanged alices = now(ALICE, "👍");
        given(bobs, alices).when(react(ALICE, "❤️", bobs, alices)).expectEvents(now(ALICE, "👍", "❤️"));
    }

    @Test
    void whatOneHasGivenInAnyFormIsNotRecordedAgain() {
        ReactionsChanged alices = now(ALICE, "❤️");
        given(alices)
                .when(react(ALICE, "❤", alices))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given(alices).when(react(BOB, "❤", alices)).expectEvents(now(BOB, "❤"));
    }

    @Test
    void aReactionIsTakenBackInAnyForm() {
        ReactionsChanged alices = now(ALICE, "👍", "❤️");
        given(alices).when(takeBack(ALICE, "❤", alices)).expectEvents(now(ALICE, "👍"));
        given(alices, now(ALICE, "👍"))
                .when(takeBack(ALICE, "👍", now(ALICE, "👍")))
                .expectEvents(now(ALICE));
    }

    @Test
    void whatOneHasNotGivenIsNotTakenBack() {
        ReactionsChanged bobs = now(BOB, "👍");
        given(bobs)
                .when(takeBack(ALICE, "👍", bobs))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aMessageTakesTwentyDifferentEmojiOfAllTogether() {
        ReactionsChanged bobs = now(BOB, TWENTY);
        refused(given(bobs).when(react(ALICE, "❤️", bobs)), Reason.TOO_MANY_EMOJI);
        given(bobs).when(react(ALICE, TWENTY[3], bobs)).expectEvents(now(ALICE, TWENTY[3]));
        ReactionsChanged fewer = now(BOB, List.of(TWENTY).subList(1, 20).toArray(String[]::new));
        given(fewer).when(react(ALICE, "❤️", fewer)).expectEvents(now(ALICE, "❤️"));
    }

    @Test
    void nobodyReactsToWhatIsGone() {
        refused(given(deleted(1, hello)).when(react(ALICE, "👍")), Reason.MESSAGE_GONE);
        MessageSent erased = new MessageSent(hello.conversation(), 1, BOB, hello.message(), null);
        AnnotateMessage toErased =
                new AnnotateMessage(new React(ALICE, 1, erased, List.of(), 9, new Emoji("👍"), true), Instant.MAX);
        refused(given().when(toErased), Reason.MESSAGE_GONE);
    }

    @Test
    void fromWhatIsGoneAReactionIsTakenBackWithoutARefusal() {
        given(deleted(1, hello))
                .when(takeBack(ALICE, "👍"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aStrangerDoesNotReact() {
        refused(given().when(react(CAROL, "👍")), Reason.CONVERSATION_UNKNOWN);
        refused(fixture.givenNoPriorActivity().when(react(ALICE, "👍")), Reason.CONVERSATION_UNKNOWN);
    }

    @Test
    void aDecisionOnLessThanWhatWasSaidIsTakenAgain() {
        given(now(BOB, "👍"))
                .when(new AnnotateMessage(new React(ALICE, 1, hello, List.of(), 1, new Emoji("👍"), true), Instant.MAX))
                .expectException(SequenceConflict.class);
    }

    @Test
    void aReactionTakesNoNumber() {
        given(now(ALICE, "👍")).when(send(ALICE, message(2), "hi")).expectEvents(sent(2, ALICE, message(2), "hi"));
    }

    private static void refused(ResultValidator<Conversation> result, Reason reason) {
        result.expectException(Refused.class)
                .expectExceptionMessage(reason.sentence())
                .expectNoEvents();
    }
}
