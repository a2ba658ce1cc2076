package chat.parley.command.account.register;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.AccountRegistered;
import chat.parley.events.SessionId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CommandSideTest
class RegistrationOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Autowired
    private JdbcClient jdbc;

    private Api api;

    @BeforeEach
    void client() {
        api = new Api(port);
    }

    @Test
    void whoRegistersIsSignedInAndRecorded() {
        String username = Api.unused("alice");
        Answer answer = api.post("/api/accounts", null, Api.registration(username.toUpperCase(Locale.ROOT)));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("username")).isEqualTo(username);
        assertThat(answer.cookies())
                .satisfiesExactly(
                        refresh -> assertThat(refresh).contains("refresh=").contains("HttpOnly"),
                        sign -> assertThat(sign).contains("signed-in=1;"));
        assertThat(api.get("/api/sessions", answer.text("accessToken")).status())
                .isEqualTo(200);

        StoredEvent recorded = log.at(answer.number("position")).orElseThrow();
        UserId user = UserId.of(answer.text("user"));
        assertThat(recorded.envelope().stream()).isEqualTo(StreamId.account(user));
        assertThat(recorded.event()).isInstanceOfSatisfying(AccountRegistered.class, registered -> {
            assertThat(registered.content()).hasFieldOrPropertyWithValue("username", username);
            assertThat(registered.content()).hasFieldOrPropertyWithValue("email", "someone@example.org");
        });
        assertThat(recorded.metadata().actor()).isEqualTo(user);
        assertThat(recorded.metadata().session()).isEqualTo(SessionId.of(answer.text("session")));
    }

    @Test
    void aPasswordIsNowhereInTheClear() {
        Api.Person alice = api.register("alice");
        String hash = jdbc.sql("SELECT password_hash FROM accounts.credential WHERE username = ?")
                .param(alice.username())
                .query(String.class)
                .single();
        assertThat(hash).startsWith("$argon2id$v=19$m=512,t=2,p=1$");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Answer answer = api.post("/api/accounts", null, """
                {"username":"a b","password":"short","displayName":" ","email":"nowhere","phone":"12"}""");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .containsExactly("username", "password", "displayName", "email", "phone");
        assertThat(answer.body().path("errors").findValuesAsString("code"))
                .containsExactly(
                        "username_invalid", "password_weak", "display_name_invalid", "email_invalid", "phone_invalid");
    }

    @Test
    void whatIsMissingIsWrongToo() {
        Answer answer = api.post("/api/accounts", null, "{}");
        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .containsExactly("username", "password", "displayName", "email");
    }

    @Test
    void aTakenUsernameIsRefusedWhateverItsCase() {
        Api.Person alice = api.register("alice");
        Answer answer = api.post(
                "/api/accounts", null, Api.registration(alice.username().toUpperCase(Locale.ROOT)));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo("username_taken");
        assertThat(answer.body().path("errors").findValuesAsString("field")).containsExactly("username");
    }

    @Test
    void ofManyWhoWantTheSameNameAtOnceOneGetsIt() throws Exception {
        String username = Api.unused("race");
        Callable<Answer> attempt = () -> api.post("/api/accounts", null, Api.registration(username));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Answer> answers = threads.invokeAll(Collections.nCopies(8, attempt)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 409);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 409)
                    .extracting(answer -> answer.text("code"))
                    .containsOnly("username_taken");
        }
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM accounts.session s JOIN accounts.credential c USING (account) WHERE username = ?")
                        .param(username)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
