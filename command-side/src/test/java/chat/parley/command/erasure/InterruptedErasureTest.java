package chat.parley.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An erasure whose database session dies on the way: either nothing was done, or all of it. */
@CommandSideTest
class InterruptedErasureTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Api api;
    private Person alice;

    @BeforeEach
    void someone() {
        api = new Api(port);
        alice = api.register("alice");
    }

    /** Each is what the erasure waits for in turn, from its first step to its last. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT FROM accounts.credential WHERE account = '%s' FOR UPDATE",
                "SELECT FROM accounts.session WHERE account = '%s' FOR UPDATE",
                "SELECT FROM log.data_key WHERE owner = '%s' FOR UPDATE",
                "SELECT FROM log.username WHERE account = '%s' FOR UPDATE",
                "SELECT FROM log.head WHERE '%s' <> '' FOR UPDATE"
            })
    void killedAtAStepNothingIsHalfDone(String step) throws Exception {
        try (Connection holder = TestDatabase.shared().superuser().dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(step.formatted(alice.user()));
            CompletableFuture<Answer> erased = CompletableFuture.supplyAsync(this::erase, Thread.ofVirtual()::start);
            await().until(() -> !waiting().isEmpty());
            assertThat(killed()).isPositive();
            assertThat(erased.get(60, TimeUnit.SECONDS).status()).isEqualTo(503);
            holder.rollback();
        }
        assertThat(remaining()).containsExactly(1L, 1L, 1L, 1L, 0L, 0L);
        assertThat(api.get("/api/sessions", alice.accessToken()).status()).isEqualTo(200);
        assertThat(erase().status()).isEqualTo(202);
        assertThat(remaining()).containsExactly(0L, 0L, 0L, 0L, 1L, 1L);
    }

    /** Credential, sessions, name, usable key; erasure and its event. */
    private List<Long> remaining() {
        return List.of(
                count("SELECT count(*) FROM accounts.credential WHERE account = ?::uuid"),
                count("SELECT count(*) FROM accounts.session WHERE account = ?::uuid"),
                count("SELECT count(*) FROM log.username WHERE account = ?::uuid"),
                count("SELECT count(*) FROM log.data_key WHERE owner = ?::uuid AND wrapped IS NOT NULL"),
                count("SELECT count(*) FROM log.erasure WHERE account = ?::uuid"),
                count("SELECT count(*) FROM log.event WHERE stream = 'account/' || ?::uuid AND sequence = 1"));
    }

    private long count(String sql) {
        return jdbc.sql(sql).param(alice.user()).query(Long.class).single();
    }

    private Answer erase() {
        return api.deleteWith("/api/me", alice.accessToken(), "{\"password\":\"" + Api.PASSWORD + "\"}");
    }

    private List<Integer> waiting() {
        return jdbc.sql("SELECT DISTINCT pid FROM pg_locks WHERE NOT granted")
                .query(Integer.class)
                .list();
    }

    private int killed() {
        return jdbc.sql("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted")
                .query(Boolean.class)
                .list()
                .size();
    }
}
