package chat.parley.log.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.events.Allowed;
import chat.parley.events.FriendshipRequested;
import chat.parley.events.RequestAnswer;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.events.Visibility;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import chat.parley.log.NewEvent;
import chat.parley.log.SequenceConflict;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What two people do at the same moment: the first holds its locks until the second waits for them, so that their order is forced. */
class PeopleRacesTest {

    private final Examples two = Examples.ofTwo();

    private interface Story {
        void tell(EventLog log, ApplicationContext context);
    }

    private void withTwo(Story story) {
        LogContext.runner().run(context -> {
            EventLog log = context.getBean(EventLog.class);
            log.append(List.of(two.registered(name("alice"))));
            log.append(List.of(two.bobRegistered()));
            story.tell(log, context);
        });
    }

    @Test
    void ofTwoWhoTakeANameTheFirstHasIt() {
        String wanted = name("carol");
        withTwo((log, context) -> {
            CompletableFuture<List<StoredEvent>> second = afterwards(
                    context,
                    () -> log.append(List.of(two.renamed(1, wanted))),
                    Examples.ofTwo().registered(wanted));
            refused(second, Reason.USERNAME_TAKEN);
            assertThat(context.getBean(Usernames.class).holderOf(wanted)).contains(two.alice());
        });
    }

    @Test
    void ofTwoRequestsThatCrossTheSecondIsDecidedAnew() {
        withTwo((log, context) -> {
            CompletableFuture<List<StoredEvent>> second =
                    afterwards(context, () -> log.append(List.of(two.friendAsked(0))), two.friendAskedBack(0));
            assertThatThrownBy(second::join).hasCauseInstanceOf(SequenceConflict.class);
            log.append(List.of(two.befriended(1)));
            assertThat(log.readStream(StreamId.friendship(two.conversation()), 0, 10).stream()
                            .filter(event -> event.event() instanceof FriendshipRequested))
                    .hasSize(1);
        });
    }

    @Test
    void whatWaitsForABlockIsRefusedWhetherAMessageOrARequest() {
        withTwo((log, context) -> {
            log.append(List.of(two.started(), two.sent(1, "before")));
            List<CompletableFuture<List<StoredEvent>>> late = new ArrayList<>();
            inTransaction(context, () -> {
                lockBoth(context);
                late.add(begin(log, two.friendAsked(0)));
                awaitWaiting(context, 1);
                log.append(List.of(two.blocked(0)));
                late.add(begin(log, two.sent(2, "at the same moment")));
                awaitWaiting(context, 2);
            });
            late.forEach(each -> refused(each, Reason.NOT_ACCEPTED));
            assertThat(log.readStream(StreamId.conversation(two.conversation()), 0, 10))
                    .hasSize(2);
            assertThat(log.readStream(StreamId.friendship(two.conversation()), 0, 10))
                    .isEmpty();
        });
    }

    @Test
    void whatABlockWaitsForIsRecorded() {
        withTwo((log, context) -> {
            log.append(List.of(two.started()));
            CompletableFuture<List<StoredEvent>> block = new CompletableFuture<>();
            inTransaction(context, () -> {
                log.append(List.of(two.friendAsked(0)));
                complete(block, () -> {
                    List<StoredEvent> blocked = new ArrayList<>();
                    inTransaction(context, () -> {
                        lockBoth(context);
                        blocked.addAll(log.append(List.of(two.blocked(0))));
                    });
                    return blocked;
                });
                awaitWaiting(context, 1);
            });
            long asked = log.readStream(StreamId.friendship(two.conversation()), 0, 1)
                    .getFirst()
                    .position();
            assertThat(block.join().getFirst().position()).isGreaterThan(asked);
        });
    }

    @Test
    void aRequestThatIsAcceptedWhileItsRecipientTurnsToNobodyIsNot() {
        withTwo((log, context) -> {
            log.append(List.of(two.started()));
            log.append(List.of(two.allowed(1, Allowed.FRIENDS, Visibility.EVERYONE)));
            log.append(List.of(two.sent(1, "a request")));
            Sights sights = context.getBean(Sights.class);
            assertThat(sights.isAsked(two.bob(), two.conversation())).isTrue();
            CompletableFuture<List<StoredEvent>> accepted = afterwards(
                    context,
                    () -> {
                        lockBoth(context);
                        log.append(List.of(two.allowed(2, Allowed.NOBODY, Visibility.EVERYONE)));
                    },
                    two.requestAnswered(0, RequestAnswer.ACCEPTED));
            assertThat(accepted.join()).hasSize(1);
            assertThat(sights.isUnwelcome(two.alice(), two.conversation())).isTrue();
            refused(begin(log, two.sent(2, "accepted?")), Reason.NOT_ACCEPTED);
            log.append(List.of(two.allowed(3, Allowed.FRIENDS, Visibility.EVERYONE)));
            log.append(List.of(two.sent(2, "accepted")));
            assertThat(sights.isAsked(two.bob(), two.conversation())).isFalse();
        });
    }

    @Test
    void aRequestTurnsIntoWhatItIsAllowedToBeAndNothingIsLeftOfOneWhoWasErased() {
        withTwo((log, context) -> {
            Sights sights = context.getBean(Sights.class);
            log.append(List.of(two.started()));
            log.append(List.of(two.allowed(1, Allowed.FRIENDS, Visibility.EVERYONE)));
            assertThat(sights.requestsTo(two.bob())).containsEntry(two.conversation(), false);
            log.append(List.of(two.requestAnswered(0, RequestAnswer.IGNORED)));
            assertThat(sights.requestsTo(two.bob())).containsEntry(two.conversation(), true);
            log.append(List.of(two.allowed(2, Allowed.EVERYONE, Visibility.EVERYONE)));
            assertThat(sights.requestsTo(two.bob())).isEmpty();
            log.append(List.of(two.allowed(3, Allowed.FRIENDS, Visibility.EVERYONE)));
            log.append(List.of(two.requestAnswered(1, RequestAnswer.ACCEPTED)));
            assertThat(sights.requestsTo(two.bob())).isEmpty();
            log.append(List.of(two.erased(1)));
            assertThat(JdbcClient.create(context.getBean(DataSource.class))
                            .sql("SELECT count(*) FROM log.request_answer WHERE author = ?")
                            .param(two.alice().value())
                            .query(Integer.class)
                            .single())
                    .isZero();
        });
    }

    private void lockBoth(ApplicationContext context) {
        AccountStatuses accounts = context.getBean(AccountStatuses.class);
        List.of(two.alice(), two.bob()).stream()
                .sorted(Comparator.comparing(UserId::value))
                .forEach(accounts::lock);
    }

    /** The second begins before the first is committed, and waits for it. */
    private static CompletableFuture<List<StoredEvent>> afterwards(
            ApplicationContext context, Step first, NewEvent second) {
        List<CompletableFuture<List<StoredEvent>>> begun = new ArrayList<>();
        inTransaction(context, () -> {
            first.run();
            begun.add(begin(context.getBean(EventLog.class), second));
            awaitWaiting(context, 1);
        });
        return begun.getFirst();
    }

    private static CompletableFuture<List<StoredEvent>> begin(EventLog log, NewEvent event) {
        CompletableFuture<List<StoredEvent>> future = new CompletableFuture<>();
        complete(future, () -> log.append(List.of(event)));
        return future;
    }

    private interface Step {
        void run() throws Exception;
    }

    private interface Attempt {
        List<StoredEvent> make() throws Exception;
    }

    private static void complete(CompletableFuture<List<StoredEvent>> future, Attempt attempt) {
        Thread.ofVirtual().start(() -> {
            try {
                future.complete(attempt.make());
            } catch (Exception e) {
                future.completeExceptionally(e);
            }
        });
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

    /** Asked over a connection of its own: the caller's belongs to its transaction. */
    private static void awaitWaiting(ApplicationContext context, int atLeast) {
        await().until(() -> CompletableFuture.supplyAsync(() -> JdbcClient.create(context.getBean(DataSource.class))
                                .sql("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted")
                                .query(Integer.class)
                                .single())
                        .get()
                >= atLeast);
    }

    private static void refused(CompletableFuture<List<StoredEvent>> attempt, Reason reason) {
        assertThatThrownBy(attempt::join)
                .cause()
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static String name(String beginning) {
        return beginning + "_" + UUID.randomUUID().toString().substring(0, 8);
    }
}
