package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.distribution.GroupConsumer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every service in a process of its own, two gateways among them, with no sticky sessions. */
class ClusterTest {

    private static final ServiceProcess COMMANDS = ServiceProcess.start("command-side", Map.of());
    private static final ServiceProcess QUERIES = ServiceProcess.start("query-side", Map.of());
    private static final ServiceProcess ONE = gateway();
    private static final ServiceProcess OTHER = gateway();

    static {
        Stream.of(COMMANDS, QUERIES, ONE, OTHER).forEach(ServiceProcess::awaitReady);
    }

    private final Http throughOne = new Http(COMMANDS.address(), QUERIES.address(), ONE.address());
    private final Http throughOther = new Http(COMMANDS.address(), QUERIES.address(), OTHER.address());
    private final Person alice = Person.register(throughOne, "alice");
    private final Person bob = Person.register(throughOther, "bob");
    private final String conversation = alice.conversationWith(bob);

    private static ServiceProcess gateway() {
        return ServiceProcess.start(
                "gateway-ws",
                Map.of(
                        "parley.gateway.command-url", COMMANDS.address().toString(),
                        "parley.gateway.query-url", QUERIES.address().toString()));
    }

    private static ServiceProcess projections() {
        return ServiceProcess.start("projections", Map.of());
    }

    @AfterAll
    static void stop() {
        Stream.of(OTHER, ONE, QUERIES, COMMANDS).forEach(ServiceProcess::close);
    }

    @Test
    void peopleOnDifferentGatewaysTalkToEachOther() {
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect()) {
            atAlice.awaitPresence(bob, true);
            atAlice.say(conversation, "hello over there");
            assertThat(atBob.awaitTexts(conversation, 1)).containsExactly("hello over there");
            atBob.say(conversation, "hello back");
            assertThat(atAlice.awaitTexts(conversation, 2)).endsWith("hello back");
            atBob.markRead(conversation, 1);
            atAlice.awaitReceipt(conversation, bob, "read", 1);
            atBob.write("typing", Map.of("conversation", conversation, "on", true));
            atAlice.await("typing", frame -> bob.user().equals(frame.get("user").asString()));
        }
    }

    /** In {@code ./parley test --long} for longer. What failed is repeated by the seed that is printed. */
    @Test
    void whateverPeopleDoAndHoweverTheyComeAndGoTheirDevicesEndWithWhatTheViewsAnswer() {
        long seed = Long.getLong("parley.seed", System.nanoTime());
        System.out.println("parley.seed=" + seed);
        int steps = System.getenv("PARLEY_TEST_LONG") == null ? 150 : 3_000;
        Person carol = Person.register(throughOne, "carol");
        String group = alice.groupWith("Tea party", bob, carol);
        List<List<Person>> people = Stream.of(alice, bob, carol)
                .map(person -> List.of(person.through(throughOne), person.through(throughOther)))
                .toList();
        RandomTalk talk = new RandomTalk(seed, people, group);
        talk.go(steps);
        talk.endsAlike();
    }

    @Test
    void whoseGatewayIsKilledGoesOnThroughAnotherAndIsSeenToLeaveMeanwhile() {
        ServiceProcess doomed = gateway().awaitReady();
        Person onDoomed = bob.through(new Http(COMMANDS.address(), QUERIES.address(), doomed.address()));
        try (Device atAlice = alice.connect()) {
            Device before = onDoomed.connect();
            atAlice.awaitPresence(bob, true);
            String ready = before.cursor();
            atAlice.say(conversation, "1");
            before.awaitTexts(conversation, 1);
            before.awaitCursorAfter(ready);
            doomed.kill();
            before.awaitClose();
            atAlice.say(conversation, "2");
            atAlice.say(conversation, "3");
            atAlice.awaitPresence(bob, false);
            try (Device back = Device.connect(bob, before.cursor())) {
                assertThat(back.awaitTexts(conversation, 2)).containsExactly("2", "3");
                atAlice.awaitPresence(bob, true);
            }
        }
    }

    @Test
    void nobodyIsToldOnAnyPathWhatLiesOutsideTheirStayInAGroup() {
        // What waits is to be handled by the gateways under test, not by that of the shared product.
        GroupConsumer shared = World.bean("fanOutConsumer", GroupConsumer.class);
        shared.stop();
        try {
            comeAndGoWhileEventsWait();
        } finally {
            shared.start();
        }
    }

    private void comeAndGoWhileEventsWait() {
        Person carol = Person.register(throughOther, "carol");
        String group = alice.groupWith("Tea party", bob);
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect();
                Device atCarol = carol.connect()) {
            String carolsCursor = atCarol.cursor();
            atAlice.say(group, "together");
            atBob.awaitTexts(group, 1);
            String bobsCursor = atBob.cursor();
            Stream.of(ONE, OTHER).forEach(ServiceProcess::pause);
            try {
                alice.write(group, "before carol");
                alice.add(group, carol);
                alice.write(group, "all three");
                alice.remove(group, bob);
                alice.write(group, "without bob");
            } finally {
                Stream.of(ONE, OTHER).forEach(ServiceProcess::goOn);
            }
            assertThat(atAlice.awaitTexts(group, 4))
                    .containsExactly("together", "before carol", "all three", "without bob");
            assertThat(atCarol.awaitTexts(group, 2)).containsExactly("all three", "without bob");
            assertThat(atCarol.sequences(group)).containsExactly(3L, 4L, 5L, 6L);
            awaitSequence(atBob, group, 5);

            resumeAndReadWhatIsTheirs(group, carol, carolsCursor, bobsCursor);
            whatIsPassingReachesMembersOnly(group, carol, atAlice, atBob, atCarol);

            // What came the same way before has come: of all that, Bob was told no more.
            alice.add(group, bob);
            awaitSequence(atBob, group, 7);
            assertThat(atBob.sequences(group)).endsWith(1L, 2L, 3L, 4L, 5L, 7L).doesNotContain(6L);
            assertThat(atBob.toldReceipt(group, carol, "read")).isFalse();
        }
    }

    private static void awaitSequence(Device device, String group, long sequence) {
        await().atMost(Device.PATIENCE).until(() -> device.sequences(group).contains(sequence));
    }

    private void resumeAndReadWhatIsTheirs(String group, Person carol, String carolsCursor, String bobsCursor) {
        try (Device bobAgain = Device.connect(bob, bobsCursor);
                Device carolAgain = Device.connect(carol, carolsCursor)) {
            assertThat(bobAgain.sequences(group)).containsExactly(2L, 3L, 4L, 5L);
            assertThat(carolAgain.sequences(group)).containsExactly(3L, 4L, 5L, 6L);
        }
        String path = "/api/conversations/" + group;
        assertThat(throughOne
                        .get(carol.token(), path + "/events?from=0&to=9")
                        .expect(200)
                        .body()
                        .get("items")
                        .valueStream()
                        .map(event -> event.get("sequence").asLong()))
                .containsExactly(3L, 4L, 5L, 6L);
        for (String query : List.of("", "/messages", "/events?from=0&to=9", "/messages/1/receipts")) {
            assertThat(throughOne.get(bob.token(), path + query).expect(404).code())
                    .isEqualTo("conversation_unknown");
        }
        await().atMost(Device.PATIENCE)
                .untilAsserted(() -> assertThat(texts(throughOne.get(carol.token(), path + "/messages")))
                        .containsExactly("without bob", "all three"));
    }

    private static List<String> texts(Http.Answer answer) {
        return answer.expect(200)
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("text").asString())
                .toList();
    }

    private void whatIsPassingReachesMembersOnly(
            String group, Person carol, Device atAlice, Device atBob, Device atCarol) {
        atAlice.write("typing", Map.of("conversation", group, "on", true));
        atCarol.await("typing", frame -> group.equals(frame.get("conversation").asString()));
        atBob.write("typing", Map.of("conversation", group, "on", true));
        atBob.await(
                "error",
                frame -> "conversation_unknown".equals(frame.get("code").asString()));
        assertThat(atBob.toldTyping(group)).isFalse();
        atCarol.markRead(group, 4);
        atAlice.awaitReceipt(group, carol, "read", 4);
        atCarol.close();
        atAlice.awaitPresence(carol, false);
        assertThat(atBob.toldPresence(carol)).isFalse();
    }

    @Test
    void aProjectionKilledWhileItWritesLeavesTheSameRows() throws InterruptedException {
        // The shared product would go on writing while the others only stand by.
        GroupConsumer shared = World.bean("historyProjection", GroupConsumer.class);
        shared.stop();
        try {
            killWhileTheyWrite();
        } finally {
            shared.start();
        }
    }

    private void killWhileTheyWrite() throws InterruptedException {
        ServiceProcess first = projections().awaitReady();
        ServiceProcess second = projections().awaitReady();
        try (Device atAlice = alice.connect()) {
            List<String> texts =
                    IntStream.rangeClosed(1, 90).mapToObj(Integer::toString).toList();
            Thread sender = Thread.ofVirtual().start(() -> texts.forEach(text -> atAlice.say(conversation, text)));
            atAlice.awaitTexts(conversation, 30);
            first.kill();
            atAlice.awaitTexts(conversation, 60);
            second.kill();
            sender.join();
            try (ServiceProcess again = projections().awaitReady()) {
                JsonNode last = atAlice.say(conversation, "91");
                assertThat(stored(last.get("position").asString()))
                        .containsExactlyElementsOf(IntStream.rangeClosed(1, 91)
                                .mapToObj(Integer::toString)
                                .toList());
                assertThat(again.address()).isNotNull();
            }
        }
    }

    /** Once the view has caught up: a projection that is ready may not have. */
    private List<String> stored(String after) {
        String path = "/api/conversations/" + conversation + "/messages?after=0&limit=100";
        return await().atMost(Device.PATIENCE)
                .until(
                        () -> throughOne.exchange(bob.token(), "GET", path, null, "Parley-After", after),
                        answer -> answer.status() == 200)
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("text").asString())
                .toList();
    }
}
