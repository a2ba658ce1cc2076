package chat.parley.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.ConversationId;
import chat.parley.events.ParleyEvent;
import chat.parley.events.ReactionsChanged;
import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CommandSideTest
class ReactionsOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private Api api;
    private Person alice;
    private Person bob;
    private String conversation;
    private Answer hello;

    @BeforeEach
    void twoPeopleAndAMessage() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
        conversation = api.post(
                        "/api/conversations/direct", alice.accessToken(), "{\"username\":\"" + bob.username() + "\"}")
                .text("conversation");
        hello = api.post("/api/conversations/" + conversation + "/messages", alice.accessToken(), """
                {"message":"%s","text":"hello"}""".formatted(
                        UuidCreator.getTimeOrderedEpoch()));
    }

    @Test
    void reactionsComeAndGoAndTheAnswerTellsWhatOnesOwnAreNow() {
        Answer first = add(bob, "👍");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("conversation")).isEqualTo(conversation);
        assertThat(first.text("message")).isEqualTo(hello.text("message"));
        assertThat(first.number("sequence")).isEqualTo(2);
        assertThat(first.number("position")).isGreaterThan(hello.number("position"));
        assertThat(first.text("recorded")).isNotEmpty();
        add(alice, "👍");
        assertThat(emojis(add(bob, "❤️"))).containsExactly("👍", "❤️");
        assertThat(emojis(remove(bob, "👍"))).containsExactly("❤️");
        assertThat(reactions()).containsExactly(List.of("👍"), List.of("👍"), List.of("👍", "❤️"), List.of("❤️"));
        ReactionsChanged last = (ReactionsChanged) events().getLast();
        assertThat(last.member().toString()).isEqualTo(bob.user());
        assertThat(last.target()).isEqualTo(1);
        assertThat(last.number()).isEqualTo(1);
    }

    @Test
    void whatIsSoAlreadyRecordsNothingAndIsAnsweredTheSame() {
        Answer never = remove(bob, "👍");
        assertThat(emojis(never)).isEmpty();
        assertThat(never.number("sequence")).isEqualTo(hello.number("sequence"));
        Answer first = add(bob, "❤️");
        assertThat(add(bob, "❤️").body()).isEqualTo(first.body());
        assertThat(add(bob, "❤").body()).isEqualTo(first.body());
        Answer gone = remove(bob, "❤");
        assertThat(remove(bob, "❤️").body()).isEqualTo(gone.body());
        assertThat(reactions()).containsExactly(List.of("❤️"), List.of());
    }

    @Test
    void aRepetitionUnderItsKeyIsAnsweredAsTheFirstTimeWhateverHappenedSince() {
        Answer first = add(bob, "👍", "Idempotency-Key", "one");
        remove(bob, "👍");
        assertThat(add(bob, "👍", "Idempotency-Key", "one").body()).isEqualTo(first.body());
        assertRefused(add(bob, "🎉", "Idempotency-Key", "one"), 409, "idempotency_key_reused");
        assertThat(reactions()).containsExactly(List.of("👍"), List.of());
    }

    @Test
    void whoReactsFromManyPlacesAtOnceLosesNothingAndDoublesNothing() throws Exception {
        List<String> emojis = List.of("👍", "❤️", "😂", "🎉", "👍", "❤️", "😂", "🎉");
        assertThat(atOnce(emojis.stream()
                        .map(emoji -> (Callable<Integer>) () -> settled(bob, emoji))
                        .toList()))
                .containsOnly(200);
        assertThat(reactions().getLast()).containsExactlyInAnyOrder("👍", "❤️", "😂", "🎉");
        assertThat(reactions()).hasSize(4);
    }

    @Test
    void notMoreThanTwentyEmojiComeTogetherEvenAtOnce() throws Exception {
        for (int n = 0; n < 18; n++) {
            add(n % 2 == 0 ? alice : bob, Character.toString(0x1F400 + n));
        }
        List<Integer> statuses = atOnce(IntStream.range(18, 24)
                .mapToObj(n ->
                        (Callable<Integer>) () -> settled(n % 2 == 0 ? alice : bob, Character.toString(0x1F400 + n)))
                .toList());
        assertThat(statuses).containsOnly(200, 422);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(2);
        assertRefused(add(alice, "❤️"), 422, "too_many_emoji");
        assertThat(add(alice, Character.toString(0x1F401)).status()).isEqualTo(200);
    }

    @Test
    void aDeletedMessageTakesNoReactionAndLosesThoseItHad() {
        add(bob, "👍");
        api.delete(message() + "?sequence=1", alice.accessToken());
        assertThat(reactions()).containsExactly(List.of());
        assertRefused(add(alice, "👍"), 410, "message_gone");
        assertThat(emojis(remove(bob, "👍"))).isEmpty();
        assertThat(events()).hasSize(4);
    }

    @Test
    void aStrangerCannotTellAForeignConversationFromAMissingOneAndNobodyReactsToWhatIsNoMessage() {
        assertRefused(add(api.register("carol"), "👍"), 404, "conversation_unknown");
        String path = message() + "/reactions/" + encoded("👍") + "?sequence=";
        assertRefused(api.put(path + 0, bob.accessToken(), ""), 404, "message_unknown");
        assertRefused(api.put(path + 17, bob.accessToken(), ""), 404, "message_unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍",
                "👍🏽",
                "❤️",
                "❤",
                "1️⃣",
                "#️⃣",
                "🇩🇪",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "👩🏻‍❤️‍💋‍👩🏿",
                "👨‍👩‍👧‍👦",
                "🏳️‍🌈",
                "©️"
            })
    void anyEmojiIsOne(String emoji) {
        assertThat(emojis(add(bob, emoji))).containsExactly(emoji);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍👍",
                "a",
                "1",
                "#",
                "👍a",
                "🇩",
                "🇩🇪🇫",
                "❤\uFE0E",
                "👍\u0301",
                "\u200D",
                "\uFE0F",
                " ",
                "👍 "
            })
    void whatIsNotOneEmojiIsRefused(String text) {
        assertRefused(add(bob, text), 422, "emoji_invalid");
        assertRefused(remove(bob, text), 422, "emoji_invalid");
    }

    @Test
    void anEmojiDoesNotGoOnForEver() {
        assertRefused(add(bob, "👩" + "‍👩".repeat(8)), 422, "emoji_invalid");
    }

    /** Where others were faster again and again, the client tries again. */
    private int settled(Person person, String emoji) {
        Answer answer = add(person, emoji);
        while (answer.status() == 503) {
            answer = add(person, emoji);
        }
        return answer.status();
    }

    private List<ParleyEvent> events() {
        StreamId stream = StreamId.conversation(ConversationId.of(conversation));
        return log.readStream(stream, 0, 100).stream().map(StoredEvent::event).toList();
    }

    private List<List<String>> reactions() {
        return events().stream()
                .filter(ReactionsChanged.class::isInstance)
                .map(event -> ((ReactionsChanged) event).known())
                .toList();
    }

    private Answer add(Person person, String emoji, String... headers) {
        return api.put(reaction(emoji), person.accessToken(), "", headers);
    }

    private Answer remove(Person person, String emoji) {
        return api.delete(reaction(emoji), person.accessToken());
    }

    private String reaction(String emoji) {
        return message() + "/reactions/" + encoded(emoji) + "?sequence=1";
    }

    private String message() {
        return "/api/conversations/" + conversation + "/messages/" + hello.text("message");
    }

    private static String encoded(String emoji) {
        return URLEncoder.encode(emoji, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<String> emojis(Answer answer) {
        return answer.body()
                .required("emojis")
                .valueStream()
                .map(emoji -> emoji.asString())
                .toList();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
