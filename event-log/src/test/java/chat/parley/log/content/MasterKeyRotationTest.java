package chat.parley.log.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.events.MessageSent;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new master key takes over from the old one, which can then be thrown away, and no event is touched. */
class MasterKeyRotationTest {

    private static final String NEW = "bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldy0";
    /** A first try at the key service may take too long, since its client has much to load; the next is half a minute later. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<Examples> PEOPLE =
            Stream.generate(Examples::ofTwo).limit(20).toList();

    private final ApplicationContextRunner withOld = LogContext.onADatabaseOfItsOwn();
    private final ApplicationContextRunner withBoth =
            with(NEW).withPropertyValues("parley.secret.master-previous=" + LogContext.MASTER);

    private ApplicationContextRunner with(String master) {
        return withOld.withPropertyValues("parley.secret.master=" + master);
    }

    @Test
    void everyDataKeyMovesToTheNewMasterKeyAndNoEventIsTouched() {
        withOld.run(context -> {
            PEOPLE.forEach(person -> context.getBean(EventLog.class).append(List.of(person.sent(0, "as it was"))));
            assertThat(underOldMaster(context)).isZero();
            String rows = rowsOf(context);
            byte[] digest = context.getBean(UsernameDigest.class).of("alice");

            withBoth.run(one -> withBoth.run(other -> {
                await().until(() -> underOldMaster(one) == 0 && underOldMaster(other) == 0);
                assertThat(texts(one)).hasSize(PEOPLE.size()).containsOnly("as it was");
            }));
            with(NEW).run(later -> {
                assertThat(later).hasNotFailed();
                assertThat(texts(later)).hasSize(PEOPLE.size()).containsOnly("as it was");
                assertThat(rowsOf(later)).isEqualTo(rows);
                assertThat(later.getBean(UsernameDigest.class).of("alice")).isEqualTo(digest);
            });
            withOld.run(
                    forgotten -> assertThat(forgotten).getFailure().rootCause().isInstanceOf(LogUnusable.class));
        });
    }

    @Test
    void keysMadeByAServiceThatStillUsesTheOldOneMoveToo() {
        withOld.withPropertyValues("parley.secret.master-previous=" + NEW)
                .run(notYetRestarted -> withBoth.run(restarted -> {
                    notYetRestarted
                            .getBean(EventLog.class)
                            .append(List.of(PEOPLE.getFirst().sent(0, "late")));
                    restarted.getBean(DataKeyRewrapper.class).run();
                    assertThat(texts(notYetRestarted)).containsExactly("late");
                    assertThat(texts(restarted)).containsExactly("late");
                }));
    }

    @Test
    void aKeyServiceTakesOverAndGivesBack() throws Exception {
        withOld.run(context ->
                context.getBean(EventLog.class).append(List.of(PEOPLE.getFirst().sent(0, "as it was"))));
        try (FakeKms kms = new FakeKms("the-key")) {
            var inTheService = withOld.withPropertyValues(
                    "parley.kms.key-id=the-key",
                    "parley.kms.endpoint=" + kms.endpoint(),
                    "parley.kms.region=eu-central-1");
            inTheService.run(MasterKeyRotationTest::awaitAllMovedAndReadable);
            inTheService
                    .withPropertyValues("parley.secret.master=")
                    .run(MasterKeyRotationTest::awaitAllMovedAndReadable);
            withOld.withPropertyValues(
                            "parley.kms.previous-key-ids=the-key",
                            "parley.kms.endpoint=" + kms.endpoint(),
                            "parley.kms.region=eu-central-1")
                    .run(MasterKeyRotationTest::awaitAllMovedAndReadable);
        }
        withOld.run(MasterKeyRotationTest::awaitAllMovedAndReadable);
    }

    private static void awaitAllMovedAndReadable(ApplicationContext context) {
        await().atMost(PATIENCE).until(() -> underOldMaster(context) == 0);
        assertThat(texts(context)).containsExactly("as it was");
    }

    private static double underOldMaster(ApplicationContext context) {
        var meters = new SimpleMeterRegistry();
        context.getBean(DataKeyRewrapper.class).bindTo(meters);
        return meters.get("parley.log.keys.under.old.master").gauge().value();
    }

    private static List<String> texts(ApplicationContext context) {
        return context.getBean(EventLog.class).readAfter(0, 1_000).stream()
                .map(stored -> ((MessageSent) stored.event()).content())
                .map(content -> content == null ? "" : content.text())
                .toList();
    }

    /** Every byte, and the transactions that wrote them. */
    private static String rowsOf(ApplicationContext context) {
        return JdbcClient.create(context.getBean(DataSource.class))
                .sql("SELECT string_agg(xmin::text || ctid::text || event::text, ' ' ORDER BY position) FROM log.event")
                .query(String.class)
                .single();
    }
}
