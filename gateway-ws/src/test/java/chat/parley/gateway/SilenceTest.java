package chat.parley.gateway;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** On a node of its own, where other tests would have little time to say something. */
class SilenceTest {

    private static final TestLog LOG = new TestLog();
    private static final GatewayNode NODE = GatewayNode.start(LOG, Map.of("parley.gateway.heartbeat", "1s"));

    private final People people = People.make();

    @AfterAll
    static void stop() throws Exception {
        NODE.close();
    }

    @Test
    void aClientThatSaysNothingForTwiceTheHeartbeatIsClosed() {
        Client silent = NODE.ready(people.alice());
        Client talking = NODE.ready(people.alice());
        // What cannot be said back must not keep the socket open.
        silent.writeRaw("{\"type\":\"ping\",\"id\":\"\\ud800\"}");
        await().pollInterval(Duration.ofMillis(300)).until(() -> {
            talking.write(Map.of("type", "ping"));
            return silent.awaitClose().equals("4002 silent");
        });
        talking.close();
    }
}
