package chat.parley.command.account.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.command.session.Sessions;
import chat.parley.command.testing.Api;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CommandSideTest
class CredentialRepositoryTest {

    @Autowired
    private CredentialRepository credentials;

    @Autowired
    private Sessions sessions;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private final UserId alice = new UserId(UUID.randomUUID());
    private final UserId bob = new UserId(UUID.randomUUID());
    private final String name = Api.unused("alice");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoWantsANameThatIsAboutToBeTakenWaitsAndGetsItIfItIsNot(boolean taken) throws Exception {
        CompletableFuture<Integer> second = new TransactionTemplate(transactions).execute(first -> {
            assertThat(add(alice)).isEqualTo(1);
            CompletableFuture<Integer> other = meanwhile(() -> alone(() -> add(bob)));
            if (!taken) {
                first.setRollbackOnly();
            }
            return other;
        });
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(taken ? 0 : 1);
        assertThat(credentials.findByUsername(name))
                .get()
                .extracting(Credential::account)
                .isEqualTo(taken ? alice : bob);
    }

    /** A weaker lock than for an update would let it begin: its foreign key asks only that the row's key stays. */
    @Test
    void aSessionOfALockedAccountBeginsOnceTheLockIsGone() throws Exception {
        alone(() -> add(alice));
        CompletableFuture<Sessions.IssuedSession> begun = alone(() -> {
            credentials.lock(alice);
            return meanwhile(() -> sessions.begin(alice, null));
        });
        assertThat(begun.get(10, TimeUnit.SECONDS).account()).isEqualTo(alice);
    }

    @Test
    void lockingAnAccountWithoutACredentialDoesNothing() {
        alone(() -> {
            credentials.lock(bob);
            return true;
        });
    }

    @Test
    void nothingChangesOutsideATransaction() {
        alone(() -> add(alice));
        assertThatThrownBy(() -> add(bob)).isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> credentials.lock(alice)).isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> credentials.remove(alice)).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(credentials.findByAccount(alice)).isPresent();
    }

    private int add(UserId account) {
        return credentials.add(account, name, "hash", Instant.EPOCH);
    }

    private <T> T alone(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(_ -> work.get());
    }

    /** Begun in another thread, and now waiting for the transaction of this one. */
    private <T> CompletableFuture<T> meanwhile(Supplier<T> work) {
        CompletableFuture<T> begun = CompletableFuture.supplyAsync(work, Thread.ofVirtual()::start);
        await().until(() -> jdbc.sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                        .query(Long.class)
                        .single()
                > 0);
        assertThat(begun).isNotDone();
        return begun;
    }
}
