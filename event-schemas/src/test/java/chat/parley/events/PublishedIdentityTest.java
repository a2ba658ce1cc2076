package chat.parley.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.refusals.Reason;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is derived from ids is stored and bound to queues for ever: these values may not change. */
class PublishedIdentityTest {

    private static final UserId ALICE = UserId.of("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UserId BOB = UserId.of("01890a5d-ac96-774b-bcce-b302099a8058");

    @Test
    void aDirectConversationIsKnownByItsId() {
        assertThat(DirectConversation.is(DirectConversation.ofBits(-1, -1))).isTrue();
        assertThat(DirectConversation.is(ConversationId.of("01890a5d-ac96-774b-bcce-b302099a8057")))
                .isFalse();
        assertThat(DirectConversation.is(ConversationId.of("0f8fad5b-d9cb-469f-a165-70867728950e")))
                .isFalse();
    }

    @Test
    void aReceiptTravelsInTheLaneOfItsConversation() {
        ConversationId conversation = ConversationId.of("f571b48b-d311-848a-bf92-c3d7a30b28aa");
        Partition messages = Partition.of(StreamId.conversation(conversation));
        Partition receipts = Partition.of(StreamId.readCursor(conversation, BOB));
        assertThat(receipts).isEqualTo(messages);
        assertThat(messages.routingKey(EventType.MESSAGE_SENT.eventName()))
                .isEqualTo("p00.conversation.message-sent.v1");
    }

    @Test
    void anAccountsLaneIsItsOwn() {
        assertThat(Partition.of(StreamId.account(ALICE)).prefix()).isEqualTo("p53");
    }

    @Test
    void anErasureTravelsInEveryLane() {
        AccountErased erased = new AccountErased(ALICE);
        Envelope envelope = new Envelope(
                EventId.of(ALICE.toString()), LogId.of(BOB.toString()), erased.stream(), Instant.EPOCH, 1, 1, erased);
        assertThat(envelope.routingKey()).isEqualTo("all.account.erased.v1");
    }

    @Test
    void anIdIsItsCanonicalTextAndNothingShorter() {
        assertThat(UserId.of(ALICE.toString())).isEqualTo(ALICE);
        assertThatThrownBy(() -> UserId.of("1-1-1-1-1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyReasonHasItsOwnCodeAndSaysSomething() {
        assertThat(Stream.of(Reason.values()).map(Reason::code)).doesNotHaveDuplicates();
        assertThat(Reason.values()).allSatisfy(reason -> {
            assertThat(Reason.ofCode(reason.code())).contains(reason);
            assertThat(reason.sentence()).endsWith(".");
            assertThat(reason.status()).isBetween(400, 599);
        });
    }
}
