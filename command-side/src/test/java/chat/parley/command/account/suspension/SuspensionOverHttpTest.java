package chat.parley.command.account.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.access.MachineClientId;
import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.AccountSuspended;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CommandSideTest
class SuspensionOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private Api api;
    private Person alice;
    private String operator;
    private String suspension;

    @BeforeEach
    void someone() {
        api = new Api(port);
        alice = api.register("alice");
        operator = api.operator();
        suspension = "/api/accounts/" + alice.user() + "/suspension";
    }

    @Test
    void nobodySignsInUntilItIsLiftedAndNoTokenIsGood() {
        Answer suspended = api.put(suspension, operator, "{}");
        assertThat(suspended.status()).isEqualTo(200);
        assertThat(api.get(suspension, operator).body().toString()).isEqualTo("{\"suspended\":true}");
        assertRefused(api.get("/api/sessions", alice.accessToken()), 401, "session_ended");
        assertRefused(api.signIn(alice.username(), Api.PASSWORD), 403, "account_suspended");
        assertRefused(api.signIn(alice.username(), "another password"), 401, "wrong_credentials");

        Answer lifted = api.delete(suspension, operator);
        assertThat(lifted.number("position")).isGreaterThan(suspended.number("position"));
        assertThat(api.get(suspension, operator).body().toString()).isEqualTo("{\"suspended\":false}");
        assertThat(api.signIn(alice.username(), Api.PASSWORD).status()).isEqualTo(201);
        assertRefused(api.get("/api/sessions", alice.accessToken()), 401, "session_ended");
    }

    @Test
    void whoSignsInWhileTheyAreSuspendedDoesNot() {
        CompletableFuture<Answer> signingIn = new TransactionTemplate(transactions).execute(_ -> {
            jdbc.sql("SELECT account FROM accounts.credential WHERE account = ?::uuid FOR UPDATE")
                    .param(alice.user())
                    .query(UUID.class)
                    .single();
            CompletableFuture<Answer> begun =
                    CompletableFuture.supplyAsync(() -> api.signIn(alice.username(), Api.PASSWORD));
            await().until(() -> jdbc.sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                            .query(Integer.class)
                            .single()
                    > 0);
            jdbc.sql("UPDATE accounts.credential SET suspended = true WHERE account = ?::uuid")
                    .param(alice.user())
                    .update();
            return begun;
        });
        assertRefused(signingIn.join(), 403, "account_suspended");
    }

    @Test
    void doingItAgainRecordsNothing() {
        Answer suspended = api.put(suspension, operator, "{}");
        assertThat(api.put(suspension, operator, "{}").body()).isEqualTo(suspended.body());
        Answer lifted = api.delete(suspension, operator);
        assertThat(api.delete(suspension, operator).body()).isEqualTo(lifted.body());
        assertThat(log.readStream(account(), 0, 10)).hasSize(3);
    }

    @Test
    void itIsRecordedWhichProgramDidIt() {
        StoredEvent recorded =
                log.at(api.put(suspension, operator, "{}").number("position")).orElseThrow();
        assertThat(recorded.event()).isEqualTo(new AccountSuspended(UserId.of(alice.user())));
        assertThat(recorded.metadata().client()).isEqualTo(MachineClientId.OPERATOR.value());
    }

    @Test
    void onlyTheOperatorSuspends() {
        assertRefused(api.put(suspension, alice.accessToken(), "{}"), 403, "insufficient_scope");
        assertRefused(api.delete(suspension, alice.accessToken()), 403, "insufficient_scope");
        assertRefused(api.get(suspension, alice.accessToken()), 403, "insufficient_scope");
    }

    @Test
    void nobodyThereNeverWasIsSuspendedNorWhoWasErased() {
        String nobody = "/api/accounts/" + UUID.randomUUID() + "/suspension";
        assertRefused(api.put(nobody, operator, "{}"), 404, "account_unknown");
        assertRefused(api.delete(nobody, operator), 404, "account_unknown");
        assertRefused(api.get(nobody, operator), 404, "account_unknown");
        api.put(suspension, operator, "{}");
        assertThat(api.delete("/api/accounts/" + alice.user(), operator).status())
                .as("who is suspended can be erased")
                .isEqualTo(202);
        assertRefused(api.put(suspension, operator, "{}"), 410, "account_erased");
    }

    private StreamId account() {
        return StreamId.account(UserId.of(alice.user()));
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
