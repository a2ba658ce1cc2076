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
            atAlice.awaitFrame(
                    "typing", frame -> bob.user().equals(frame.get("user").asString()));
        }
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
