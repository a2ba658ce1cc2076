package chat.parley.command.account.changepassword;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@CommandSideTest
class PasswordOverHttpTest {

    private static final String NEXT = "another horse battery";

    @LocalServerPort
    private int port;

    private Api api;
    private Person alice;

    @BeforeEach
    void onePerson() {
        api = new Api(port);
        alice = api.register("alice");
    }

    @Test
    void oneSignsInWithTheNewPasswordAndOtherSessionsGoOn() {
        Answer other = api.signIn(alice.username(), Api.PASSWORD);
        assertThat(change(Api.PASSWORD, NEXT, false).status()).isEqualTo(204);
        assertThat(api.signIn(alice.username(), Api.PASSWORD).status()).isEqualTo(401);
        assertThat(api.signIn(alice.username(), NEXT).status()).isEqualTo(201);
        assertThat(api.get("/api/sessions", other.text("accessToken")).status()).isEqualTo(200);
    }

    @Test
    void otherSessionsEndIfThatIsWished() {
        Answer other = api.signIn(alice.username(), Api.PASSWORD);
        assertThat(change(Api.PASSWORD, NEXT, true).status()).isEqualTo(204);
        assertThat(api.get("/api/sessions", other.text("accessToken")).text("code"))
                .isEqualTo("session_ended");
        assertThat(api.post("/api/sessions/refresh", null, refreshOf(other.text("refreshToken")))
                        .status())
                .isEqualTo(401);
        assertThat(api.get("/api/sessions", alice.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void withoutTheOldPasswordNothingChanges() {
        Answer wrong = change("not this one", NEXT, true);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("code")).isEqualTo("wrong_credentials");
        assertThat(wrong.body().path("errors").findValuesAsString("field")).containsExactly("oldPassword");
        assertThat(api.signIn(alice.username(), Api.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void aWeakPasswordIsRefusedAtItsField() {
        Answer weak = change(Api.PASSWORD, "my " + alice.username(), false);
        assertThat(weak.text("code")).isEqualTo("password_weak");
        assertThat(weak.body().path("errors").findValuesAsString("field")).containsExactly("newPassword");
    }

    @Test
    void aChangeWhoseAnswerWasLostIsRepeatedWithAnotherKey() {
        assertThat(change(Api.PASSWORD, NEXT, false).status()).isEqualTo(204);
        assertThat(change(Api.PASSWORD, NEXT, false).status()).isEqualTo(204);
    }

    @Test
    void whoGuessesIsSlowedDown() {
        for (int i = 0; i < 5; i++) {
            assertThat(change("not this one", NEXT, false).status()).isEqualTo(401);
        }
        assertThat(change("not this one", NEXT, false).status()).isEqualTo(429);
    }

    private Answer change(String old, String next, boolean endOthers) {
        return api.put("/api/me/password", alice.accessToken(), """
                {"oldPassword":"%s","newPassword":"%s","endOtherSessions":%s}""".formatted(old, next, endOthers));
    }

    private static String refreshOf(String token) {
        return "{\"refreshToken\":\"" + token + "\"}";
    }
}
