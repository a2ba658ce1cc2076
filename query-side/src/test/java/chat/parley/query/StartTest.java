package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.ComponentFailed;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;

/** The service by itself: what it needs to start, and what it says about itself. */
class StartTest {

    @ParameterizedTest
    @ValueSource(strings = {"publickey.access", "publickey.service", "secret.master"})
    void withoutOneOfItsSecretsItRefusesToStartAndSaysWhichItLacks(String missing) {
        String property = "parley." + missing;
        String[] arguments = Stream.concat(
                        QueryService.addresses().stream(),
                        QueryService.secrets().stream().filter(secret -> !secret.startsWith("--" + property)))
                .toArray(String[]::new);
        assertThatThrownBy(() -> SpringApplication.run(QuerySideApplication.class, arguments)
                        .close())
                .rootCause()
                .hasMessageStartingWith(property + " is not set.");
    }

    @Test
    void itIsLiveAndReadyAndDescribesItself() {
        assertThat(Http.getManaged("/actuator/health/liveness")
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("UP");
        assertThat(Http.getManaged("/actuator/health/readiness")
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("UP");
        assertThat(Http.getManaged("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        String document = Http.getOpenly("/api/openapi").body();
        assertThat(document)
                .contains("\"openapi\" : \"3.1.")
                .contains("/api/conversations/{conversation}/messages/{number}/receipts")
                .doesNotContain("/internal");
        assertThat(Http.getManaged("/actuator/env").status()).isEqualTo(404);
        assertThat(Http.getOpenly("/actuator/health").status()).isEqualTo(404);
    }

    @Test
    void itIsLiveButNotReadyWhileAStoreIsAwayAndOnlyPresenceIsLostWithRedis() throws ComponentFailed {
        var alice = World.someone();
        var conversation = World.chat(alice, World.someone(), 1);
        String messages = "/api/conversations/" + conversation + "/messages";
        QueryService.INFRASTRUCTURE.kill(Component.REDIS);
        var list = Http.get(alice, "/api/conversations");
        assertThat(list.items().get(0).get("members").get(0).get("online").asBoolean())
                .isFalse();
        assertThat(Http.getManaged("/actuator/health/readiness").status()).isEqualTo(200);
        QueryService.INFRASTRUCTURE.restart(Component.REDIS);

        QueryService.INFRASTRUCTURE.kill(Component.POSTGRESQL);
        assertThat(Http.getManaged("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(Http.getManaged("/actuator/health/liveness").status()).isEqualTo(200);
        Http.get(alice, messages).refused(503, "unavailable");
        QueryService.INFRASTRUCTURE.restart(Component.POSTGRESQL);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Http.get(alice, messages).status() == 200);

        QueryService.INFRASTRUCTURE.kill(Component.CASSANDRA);
        assertThat(Http.getManaged("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(Http.getManaged("/actuator/health/liveness").status()).isEqualTo(200);
        Http.get(alice, messages).refused(503, "unavailable");
        assertThat(Http.get(alice, "/api/conversations/" + conversation + "/events?from=0&to=9")
                        .items())
                .hasSize(2);
        QueryService.INFRASTRUCTURE.restart(Component.CASSANDRA);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Http.get(alice, messages).status() == 200);
        assertThat(Http.get(alice, "/api/conversations/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }
}
