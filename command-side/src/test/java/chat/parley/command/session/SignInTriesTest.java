package chat.parley.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.testing.JsonHttp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody guesses a password; this test is the proxy that tells from where. */
@CommandSideTest
class SignInTriesTest {

    private static final String GUESSER = "192.0.2.66";
    private static final String HOME = "192.0.2.1";

    @LocalServerPort
    private int port;

    private Person alice;

    @BeforeEach
    void someone() {
        alice = new Api(port).register("alice");
    }

    private HttpResponse<String> signIn(String username, String password, String from) {
        HttpRequest.Builder request = JsonHttp.request(
                "POST",
                URI.create("http://127.0.0.1:" + port + "/api/sessions"),
                null,
                """
                        {"username":"%s","password":"%s","client":"native"}""".formatted(username, password),
                "X-Forwarded-For",
                from);
        return JsonHttp.send(request);
    }

    private void guess(String username, String from) {
        for (int tries = 0; tries < 5; tries++) {
            assertThat(signIn(username, "not the password", from).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void whoGuessesHasToWaitEvenWithTheRightPasswordAndThePersonThemselvesDoesNot() {
        guess(alice.username(), GUESSER);
        HttpResponse<String> right = signIn(alice.username(), Api.PASSWORD, GUESSER);
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(JsonHttp.body(right).get("code").asString()).isEqualTo("slow_down");
        assertThat(right.headers()
                        .firstValue("Retry-After")
                        .map(Integer::parseInt)
                        .orElseThrow())
                .isBetween(1, 3);
        assertThat(signIn(alice.username(), Api.PASSWORD, HOME).statusCode()).isEqualTo(201);
    }

    @Test
    void aNameThatNobodyHasIsCountedLikeAnyOther() {
        String nobody = Api.unused("nobody");
        guess(nobody, GUESSER);
        assertThat(signIn(nobody, Api.PASSWORD, GUESSER).statusCode()).isEqualTo(429);
        assertThat(signIn(" " + nobody.toUpperCase(java.util.Locale.ROOT) + " ", Api.PASSWORD, GUESSER)
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void afterSigningInEarlierMistakesAreForgotten() {
        for (int rounds = 0; rounds < 3; rounds++) {
            for (int mistakes = 0; mistakes < 3; mistakes++) {
                assertThat(signIn(alice.username(), "mistyped", HOME).statusCode())
                        .isEqualTo(401);
            }
            assertThat(signIn(alice.username(), Api.PASSWORD, HOME).statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void anAccountThatIsTriedFromEverywhereIsOpenToAnAddressThatDidNotTry() {
        String from = "198.51.100.";
        for (int address = 0; address < 9; address++) {
            for (int tries = 0; tries < 5; tries++) {
                signIn(alice.username(), "not the password", from + address);
            }
        }
        assertThat(signIn(alice.username(), "not the password", "203.0.113.7").statusCode())
                .isEqualTo(401);
        assertThat(signIn(alice.username(), "not the password", "203.0.113.7").statusCode())
                .as("under attack an address has one attempt")
                .isEqualTo(429);
        assertThat(signIn(alice.username(), Api.PASSWORD, "203.0.113.8").statusCode())
                .isEqualTo(201);
    }

    @Test
    void blanksAroundAUsernameDoNotMatter() {
        Answer in = new Api(port).signIn(" " + alice.username() + " ", Api.PASSWORD);
        assertThat(in.status()).isEqualTo(201);
    }

    @Test
    void aPasswordIsNotGuessedByErasing() {
        Api api = new Api(port);
        for (int tries = 0; tries < 5; tries++) {
            assertThat(api.deleteWith("/api/me", alice.accessToken(), "{\"password\":\"wrong\"}")
                            .status())
                    .isEqualTo(401);
        }
        assertThat(api.deleteWith("/api/me", alice.accessToken(), "{\"password\":\"" + Api.PASSWORD + "\"}")
                        .status())
                .isEqualTo(429);
    }
}
