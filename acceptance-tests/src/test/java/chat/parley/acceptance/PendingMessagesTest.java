package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who was away gets what was missed on return: in order, none lost, none twice. */
class PendingMessagesTest {

    private final Person alice = Person.register(World.shared(), "alice");
    private final Person bob = Person.register(World.shared(), "bob");
    private final String conversation = alice.conversationWith(bob);

    @Test
    void whoReturnsGetsWhatWasMissed() {
        Device before = bob.connect();
        try (Device atAlice = alice.connect()) {
            String ready = before.cursor();
            atAlice.say(conversation, "0");
            before.awaitTexts(conversation, 1);
            before.awaitCursorAfter(ready);
            before.close();
            List<String> missed = texts(1, 25);
            missed.forEach(text -> atAlice.say(conversation, text));
            try (Device back = before.reconnect()) {
                assertThat(back.texts(conversation)).isEqualTo(missed);
                assertThat(back.sequences(conversation))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(2, 26).boxed().toList());
            }
        }
    }

    @Test
    void aConversationThatBeganMeanwhileComesFromItsStart() {
        Person carol = Person.register(World.shared(), "carol");
        Device before = carol.connect();
        before.close();
        String fresh = alice.conversationWith(carol);
        try (Device atAlice = alice.connect()) {
            atAlice.say(fresh, "welcome");
            try (Device back = before.reconnect()) {
                assertThat(back.sequences(fresh)).containsExactly(0L, 1L);
                assertThat(back.texts(fresh)).containsExactly("welcome");
            }
        }
    }

    @Test
    void whatIsSentDuringAReconnectComesOnceAndInOrder() throws InterruptedException {
        Device before = bob.connect();
        try (Device atAlice = alice.connect()) {
            String ready = before.cursor();
            atAlice.say(conversation, "0");
            before.awaitTexts(conversation, 1);
            before.awaitCursorAfter(ready);
            before.abort();
            List<String> texts = texts(1, 200);
            Thread sender = Thread.ofVirtual().start(() -> texts.forEach(text -> atAlice.say(conversation, text)));
            try (Device back = before.reconnect()) {
                sender.join();
                assertThat(back.awaitTexts(conversation, 200)).isEqualTo(texts);
            }
        }
    }

    @Test
    void whatWasDeliveredAndReadMeanwhileIsToldOnReturn() {
        Device before = alice.connect();
        before.say(conversation, "hello");
        before.close();
        try (Device atBob = bob.connect()) {
            atBob.markRead(conversation, 1);
        }
        try (Device back = before.reconnect()) {
            back.awaitReceipt(conversation, bob, "read", 1);
        }
    }

    @Test
    void aMessageSentTwiceIsRecordedOnceAndAnsweredTheSame() {
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect()) {
            String message = UuidCreator.getTimeOrderedEpoch().toString();
            JsonNode first = atAlice.say(conversation, message, "only once");
            JsonNode second = atAlice.say(conversation, message, "only once");
            for (String field : List.of("sequence", "number", "position", "at", "message")) {
                assertThat(second.get(field)).as(field).isEqualTo(first.get(field));
            }
            JsonNode other = atAlice.say(conversation, message, "something else");
            assertThat(other.get("code").asString()).isEqualTo("message_id_reused");
            atAlice.say(conversation, "after");
            assertThat(atBob.awaitTexts(conversation, 2)).containsExactly("only once", "after");
        }
    }

    @Test
    void allDevicesOfBothShowTheSame() {
        Person sameAlice = alice.signInAgain();
        try (Device phone = alice.connect();
                Device laptop = sameAlice.connect();
                Device atBob = bob.connect()) {
            phone.say(conversation, "from the phone");
            laptop.awaitTexts(conversation, 1);
            laptop.say(conversation, "from the laptop");
            List<String> both = List.of("from the phone", "from the laptop");
            assertThat(phone.awaitTexts(conversation, 2)).isEqualTo(both);
            assertThat(laptop.awaitTexts(conversation, 2)).isEqualTo(both);
            assertThat(atBob.awaitTexts(conversation, 2)).isEqualTo(both);
            atBob.markRead(conversation, 2);
            phone.awaitReceipt(conversation, bob, "read", 2);
            laptop.awaitReceipt(conversation, bob, "read", 2);
        }
    }

    private static List<String> texts(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList();
    }
}
