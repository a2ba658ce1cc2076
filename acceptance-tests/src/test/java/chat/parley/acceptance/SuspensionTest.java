package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever runs the deployment keeps somebody out, and lets them in again. */
class SuspensionTest {

    private final Http http = World.shared();
    private final Person alice = Person.register(http, "alice");
    private final Person bob = Person.register(http, "bob");

    @Test
    void whoIsSuspendedIsOutAtOnceAndNotFoundAndComesBackToWhatThereWas() {
        String conversation = alice.conversationWith(bob);
        String operator = Program.operator(http).token();
        String suspension = "/api/accounts/" + bob.user() + "/suspension";
        String search = "/api/users?query=" + bob.username();
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect()) {
            atAlice.awaitPresence(bob, true);
            http.put(operator, suspension, Map.of()).expect(200);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(1))
                    .until(() -> http.exchange(bob.token(), "GET", "/api/conversations", null)
                                    .status()
                            == 401);
            assertThat(atBob.awaitClose()).isEqualTo(4001);
            atAlice.awaitPresence(bob, false);
        }
        signIn().expect(403);
        Awaitility.await()
                .until(() -> http.get(alice.token(), search)
                        .expect(200)
                        .body()
                        .get("items")
                        .isEmpty());
        alice.write(conversation, "for later");

        http.delete(operator, suspension).expect(200);
        JsonNode session = signIn().expect(201).body();
        String token = session.get("accessToken").asString();
        Awaitility.await()
                .until(() -> !http.get(alice.token(), search)
                        .expect(200)
                        .body()
                        .get("items")
                        .isEmpty());
        Awaitility.await()
                .until(() -> http.get(token, "/api/conversations/" + conversation)
                        .expect(200)
                        .body()
                        .at("/lastMessage/text")
                        .asString("")
                        .equals("for later"));
    }

    private Http.Answer signIn() {
        return http.post(null, "/api/sessions", Map.of("username", bob.username(), "password", Person.PASSWORD));
    }
}
