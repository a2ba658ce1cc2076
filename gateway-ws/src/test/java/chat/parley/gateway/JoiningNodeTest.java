package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A node that was alone, and one that comes to join it. */
class JoiningNodeTest {

    private static final TestLog LOG = new TestLog();
    private static final GatewayNode ALONE = GatewayNode.start(LOG);
    private static final Pattern LOOK_UPS = Pattern.compile("cmdstat_hvals:calls=(\\d+)");

    private record Said(String text, long position) {}

    private final People people = People.make();
    private final ConversationId conversation =
            LOG.startDirect(people.alice().user(), people.bob().user());
    private final List<Said> said = new CopyOnWriteArrayList<>();

    @AfterAll
    static void stop() throws Exception {
        ALONE.close();
    }

    @Test
    void aNodeThatIsAloneDoesNotAskWhoHoldsWhom() {
        try (Client alice = ALONE.ready(people.alice())) {
            awaitNoLookUps(alice);
        }
    }

    @Test
    void whoConnectsToANodeThatHasJustJoinedMissesNothing() throws Exception {
        try (Client alice = ALONE.ready(people.alice())) {
            awaitNoLookUps(alice);
            AtomicBoolean enough = new AtomicBoolean();
            Thread sender = Thread.ofVirtual().start(() -> {
                while (!enough.get()) {
                    say();
                }
            });
            try (GatewayNode joining = GatewayNode.startJoining(LOG, Map.of());
                    Client bob = joining.ready(people.bob())) {
                long from = bob.told("ready").getFirst().get("position").asLong();
                long several = from + 100;
                await().until(() -> said.getLast().position() > several);
                enough.set(true);
                sender.join();
                List<String> later = said.stream()
                        .filter(each -> each.position() > from)
                        .map(Said::text)
                        .toList();
                await().untilAsserted(() ->
                        assertThat(bob.texts(conversation).stream().distinct()).containsExactlyElementsOf(later));
            } finally {
                enough.set(true);
            }
        }
    }

    private void awaitNoLookUps(Client alice) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            long before = lookUps();
            String text = say();
            await().until(() -> alice.texts(conversation).contains(text));
            return lookUps() == before;
        });
    }

    private String say() {
        String text = "text " + said.size();
        Envelope recorded = LOG.say(conversation, people.alice().user(), text);
        said.add(new Said(text, recorded.position()));
        return text;
    }

    private static long lookUps() {
        try (RedisClient client = RedisClient.create(
                GatewayNode.INFRASTRUCTURE.addresses().redis().uri().toString())) {
            Matcher found = LOOK_UPS.matcher(client.connect().sync().info("commandstats"));
            return found.find() ? Long.parseLong(found.group(1)) : 0;
        }
    }
}
