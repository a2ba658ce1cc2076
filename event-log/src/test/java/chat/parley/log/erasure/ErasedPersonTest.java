package chat.parley.log.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.events.MessageContent;
import chat.parley.events.MessageSent;
import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.AccountStatuses;
import chat.parley.log.guard.AccountStatuses.AccountStatus;
import chat.parley.log.guard.Usernames;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the log itself does with the event that erases a person. */
class ErasedPersonTest {

    private final Examples two = Examples.ofTwo();
    private final String username = "alice_" + UUID.randomUUID().toString().substring(0, 8);

    private interface Story {
        void tell(EventLog log, ApplicationContext context) throws Exception;
    }

    private static void withLog(Story story) {
        LogContext.runner().run(context -> story.tell(context.getBean(EventLog.class), context));
    }

    @Test
    void whatThePersonWroteCanNoLongerBeRead() {
        withLog((log, _) -> {
            log.append(List.of(two.registered(username)));
            log.append(List.of(two.started(), two.sent(1, "hello")));
            log.append(List.of(two.erased(1)));
            StoredEvent sent = log.readStream(StreamId.conversation(two.conversation()), 1, 1)
                    .getFirst();
            assertThat(((MessageSent) sent.event()).content()).isNull();
        });
    }

    @Test
    void theUsernameIsForgottenAndNeverGivenAgain() {
        withLog((log, context) -> {
            Usernames usernames = context.getBean(Usernames.class);
            assertThat(usernames.belongsToAnother(username, two.bob())).isFalse();
            log.append(List.of(two.registered(username)));
            assertThat(usernames.belongsToAnother(username, two.bob())).isTrue();
            log.append(List.of(two.erased(1)));
            assertThat(usernames.holderOf(username)).isEmpty();
            assertThat(usernames.belongsToAnother(username, two.bob())).isTrue();
            refused(() -> log.append(List.of(Examples.ofTwo().registered(username))), Reason.USERNAME_TAKEN);
            assertThat(JdbcClient.create(context.getBean(DataSource.class))
                            .sql("SELECT count(*) FROM log.username WHERE username = ?")
                            .param(username)
                            .query(Long.class)
                            .single())
                    .isZero();
        });
    }

    @Test
    void aUsernameThatIsNotUsedAnyMoreStaysItsPersonsAndIsForgottenAsTheirsWithThem() {
        withLog((log, context) -> {
            Usernames usernames = context.getBean(Usernames.class);
            JdbcClient jdbc = JdbcClient.create(context.getBean(DataSource.class));
            log.append(List.of(two.registered(username)));
            log.append(List.of(two.renamed(1, username + "_new")));
            assertThat(usernames.holderOf(username)).isEmpty();
            assertThat(usernames.holderOf(username + "_new")).contains(two.alice());
            assertThat(usernames.belongsToAnother(username, two.alice())).isFalse();
            refused(() -> log.append(List.of(Examples.ofTwo().registered(username))), Reason.USERNAME_TAKEN);

            log.append(List.of(two.renamed(2, username)));
            assertThat(usernames.holderOf(username)).contains(two.alice());
            assertThat(usernames.belongsToAnother(username + "_new", two.bob())).isTrue();

            log.append(List.of(two.erased(3)));
            assertThat(usernames.belongsToAnother(username + "_new", two.bob())).isTrue();
            assertThat(jdbc.sql("SELECT count(*) FROM log.username_of_erased WHERE account = ?")
                            .param(two.alice().value())
                            .query(Long.class)
                            .single())
                    .isZero();
        });
    }

    @Test
    void whoTakesTheNameAtTheSameMomentComesTooLate() {
        withLog((log, context) -> {
            log.append(List.of(two.registered(username)));
            CompletableFuture<List<StoredEvent>> other = new CompletableFuture<>();
            inTransaction(context, () -> {
                log.append(List.of(two.erased(1)));
                Thread.ofVirtual()
                        .start(() -> complete(
                                other, () -> log.append(List.of(Examples.ofTwo().registered(username)))));
                await().until(() -> someoneWaits(context));
            });
            assertThatThrownBy(other::join).cause().isInstanceOf(Refused.class).hasMessage("This username is taken.");
        });
    }

    @Test
    void whoWritesWhileBeingErasedIsRefusedAndWhatOthersWriteIsNot() {
        withLog((log, context) -> {
            Examples others = Examples.ofTwo();
            log.append(List.of(two.registered(username)));
            log.append(List.of(two.started()));
            CompletableFuture<List<StoredEvent>> own = new CompletableFuture<>();
            CompletableFuture<List<StoredEvent>> foreign = new CompletableFuture<>();
            log.append(List.of(two.sent(1, "so that the key is known here")));
            inTransaction(context, () -> {
                log.append(List.of(two.erased(1)));
                Thread.ofVirtual().start(() -> complete(own, () -> log.append(List.of(two.sent(2, "too late")))));
                Thread.ofVirtual().start(() -> complete(foreign, () -> log.append(List.of(others.sent(0, "hello")))));
                await().until(() -> someoneWaits(context));
            });
            assertThatThrownBy(own::join).cause().isInstanceOf(Refused.class).hasMessage("This account was erased.");
            StoredEvent kept = foreign.join().getFirst();
            assertThat(((MessageSent) log.at(kept.position()).orElseThrow().event()).content())
                    .isEqualTo(new MessageContent("hello"));
            assertThat(log.readStream(StreamId.conversation(two.conversation()), 0, 10))
                    .hasSize(2);
        });
    }

    @Test
    void whatIsHeldIsNotErased() {
        withLog((log, context) -> {
            AccountStatuses standings = context.getBean(AccountStatuses.class);
            log.append(List.of(two.registered(username)));
            assertThat(standings.of(two.alice())).contains(new AccountStatus(false, false));
            log.append(List.of(two.held(1)));
            assertThat(standings.of(two.alice())).contains(new AccountStatus(true, false));
            refused(() -> log.append(List.of(two.erased(2))), Reason.LEGAL_HOLD);
            log.append(List.of(two.lifted(2)));
            log.append(List.of(two.erased(3)));
            assertThat(standings.of(two.alice())).contains(new AccountStatus(false, true));
            assertThat(standings.of(two.bob())).isEmpty();
        });
    }

    @Test
    void aHoldPlacedWhileAMessageIsBeingDeletedComesAfterOrStopsIt() {
        withLog((log, context) -> {
            log.append(List.of(two.registered(username)));
            log.append(List.of(two.started(), two.sent(1, "first"), two.sent(2, "second")));
            CompletableFuture<List<StoredEvent>> hold = new CompletableFuture<>();
            inTransaction(context, () -> {
                log.append(List.of(two.deleted(3, 1)));
                Thread.ofVirtual().start(() -> complete(hold, () -> log.append(List.of(two.held(1)))));
                await().until(() -> someoneWaits(context));
            });
            long held = hold.join().getFirst().position();
            long deleted = log.readStream(StreamId.conversation(two.conversation()), 3, 1)
                    .getFirst()
                    .position();
            assertThat(held).isGreaterThan(deleted);
            log.append(List.of(two.lifted(2)));
            CompletableFuture<List<StoredEvent>> deletion = new CompletableFuture<>();
            inTransaction(context, () -> {
                context.getBean(AccountStatuses.class).lock(two.alice());
                Thread.ofVirtual().start(() -> complete(deletion, () -> log.append(List.of(two.deleted(4, 2)))));
                await().until(() -> someoneWaits(context));
                log.append(List.of(two.held(3)));
            });
            assertThatThrownBy(deletion::join).cause().isInstanceOf(Refused.class);
            StoredEvent second = log.readStream(StreamId.conversation(two.conversation()), 2, 1)
                    .getFirst();
            assertThat(((MessageSent) second.event()).content()).isEqualTo(new MessageContent("second"));
        });
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void inTransaction(ApplicationContext context, Step step) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
            try {
                step.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static <T> void complete(CompletableFuture<T> future, Callable<T> call) {
        try {
            future.complete(call.call());
        } catch (Exception e) {
            future.completeExceptionally(e);
        }
    }

    /** Asked over a connection of its own: the caller's belongs to its transaction. */
    private static boolean someoneWaits(ApplicationContext context) throws Exception {
        return CompletableFuture.supplyAsync(() -> JdbcClient.create(context.getBean(DataSource.class))
                        .sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                        .query(Boolean.class)
                        .single())
                .get();
    }

    private static void refused(ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
