package chat.parley.command.conversation;

import static chat.parley.command.conversation.ConversationEvents.ALICE;
import static chat.parley.command.conversation.ConversationEvents.BOB;
import static chat.parley.command.conversation.ConversationEvents.CAROL;
import static chat.parley.command.conversation.ConversationEvents.message;
import static chat.parley.command.conversation.ConversationEvents.send;
import static chat.parley.command.conversation.ConversationEvents.sent;
import static chat.parley.command.conversation.ConversationEvents.start;
import static chat.parley.command.conversation.ConversationEvents.startedBy;

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
    void a_pair_starts_its_conversation() {
        fixture.givenNoPriorActivity().when(start(ALICE, BOB)).expectEvents(startedBy(ALICE));
    }

    @Test
    void the_members_are_in_the_order_of_their_ids_whoever_starts() {
        fixture.givenNoPriorActivity().when(start(BOB, ALICE)).expectEvents(startedBy(BOB));
    }

    @Test
    void starting_it_again_records_nothing() {
        fixture.given(startedBy(ALICE))
                .when(start(BOB, ALICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void nobody_starts_a_conversation_with_themselves() {
        refused(fixture.givenNoPriorActivity().when(start(ALICE, ALICE)), Reason.SELF_CONVERSATION);
    }

    @Test
    void the_first_message_is_number_one() {
        fixture.given(startedBy(ALICE))
                .when(send(BOB, message(1), "hello"))
                .expectEvents(sent(1, BOB, message(1), "hello"));
    }

    @Test
    void numbers_follow_each_other_whoever_writes() {
        fixture.given(startedBy(ALICE), sent(1, BOB, message(1), "hello"))
                .when(send(ALICE, message(2), "hi"))
                .expectEvents(sent(2, ALICE, message(2), "hi"));
    }

    @Test
    void a_message_sent_again_records_nothing() {
        fixture.given(startedBy(ALICE), sent(1, BOB, message(1), "hello"))
                .when(send(BOB, message(1), "hello"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_same_message_id_of_another_author_is_another_message() {
        fixture.given(startedBy(ALICE), sent(1, BOB, message(1), "hello"))
                .when(send(ALICE, message(1), "hello"))
                .expectEvents(sent(2, ALICE, message(1), "hello"));
    }

    @Test
    void a_message_the_window_has_forgotten_is_left_to_the_log_to_recognize() {
        List<Object> history = new ArrayList<>(List.of(startedBy(ALICE)));
        for (int number = 1; number <= RecentMessages.WINDOW + 1; number++) {
            history.add(sent(number, BOB, message(number), "hello"));
        }
        fixture.given(history)
                .when(send(BOB, message(1), "hello"))
                .expectEvents(sent(RecentMessages.WINDOW + 2L, BOB, message(1), "hello"));
    }

    @Test
    void a_stranger_writes_nothing() {
        refused(fixture.given(startedBy(ALICE)).when(send(CAROL, message(1), "hello")), Reason.CONVERSATION_UNKNOWN);
    }

    @Test
    void nobody_writes_where_there_is_no_conversation() {
        refused(fixture.givenNoPriorActivity().when(send(ALICE, message(1), "hello")), Reason.CONVERSATION_UNKNOWN);
    }

    private static void refused(ResultValidator<Conversation> result, Reason reason) {
        result.expectException(Refused.class)
                .expectExceptionMessage(reason.sentence())
                .expectNoEvents();
    }
}
