package chat.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.database.Role;
import chat.parley.log.content.FakeKms;
import chat.parley.log.content.LogUnusable;
import chat.parley.testing.TestDatabase;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a service finds out about the log and its keys before it serves anybody. */
class LogStartTest {

    private static final String ANOTHER = "YW5vdGhlci1hbm90aGVyLWFub3RoZXItYW5vdGhlci0";

    private final TestDatabase database = TestDatabase.empty().migrated();
    private final ApplicationContextRunner services = LogContext.runner(database.as(Role.COMMAND));

    private static void refused(ApplicationContextRunner start, String... words) {
        start.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(LogUnusable.class)
                .hasMessageContainingAll(words));
    }

    private void afterwards(Consumer<JdbcClient> change) {
        services.run(context -> {
            context.getBean(EventLog.class).append(List.of(Examples.ofTwo().sent(0, "hello")));
            database.asSuperuser("ALTER TABLE log.data_key DISABLE TRIGGER ALL");
            change.accept(JdbcClient.create(database.superuser().dataSource()));
        });
    }

    static Stream<Arguments> unusableMasterKeys() {
        return Stream.of(
                Arguments.of("", "parley.secret.master is not set."),
                Arguments.of("  ", "parley.secret.master is not set."),
                Arguments.of("no base64url!", "parley.secret.master is not base64url."),
                Arguments.of("dG9vIHNob3J0", "parley.secret.master is shorter than 32 bytes."));
    }

    @ParameterizedTest
    @MethodSource("unusableMasterKeys")
    void withoutAUsableMasterKeyItRefuses(String master, String said) {
        refused(services.withPropertyValues("parley.secret.master=" + master), said, "PARLEY_SECRET_MASTER");
    }

    @Test
    void aBadPreviousMasterKeyIsRefusedToo() {
        refused(
                services.withPropertyValues("parley.secret.master-previous=dG9vIHNob3J0"),
                "parley.secret.master-previous is shorter than 32 bytes.");
    }

    @Test
    void anotherMasterKeyThanTheLogsIsRefusedAndTheLogsOwnIsNamed() {
        afterwards(_ -> {});
        services.run(context -> refused(
                services.withPropertyValues("parley.secret.master=" + ANOTHER),
                "wrapped by the master key " + masterKeyOf(context) + ", which is not held here",
                "PARLEY_SECRET_MASTERPREVIOUS"));
    }

    private static String masterKeyOf(ApplicationContext context) {
        return JdbcClient.create(context.getBean(DataSource.class))
                .sql("SELECT DISTINCT master_key FROM log.data_key")
                .query(String.class)
                .single();
    }

    @Test
    void dataKeysOfAnotherLogAreRefused() {
        afterwards(jdbc ->
                jdbc.sql("UPDATE log.head SET log_id = gen_random_uuid()").update());
        refused(services, "does not unwrap", "it belongs to another log");
    }

    @Test
    void eventsWithoutTheirDataKeysAreRefused() {
        afterwards(jdbc -> jdbc.sql("DELETE FROM log.data_key").update());
        refused(services, "has events but its data keys are missing", "Restore the table log.data_key");
    }

    @Test
    void aKeyServiceThatDoesNotServeTheKeyIsSaid() throws Exception {
        try (FakeKms kms = new FakeKms("another")) {
            refused(
                    services.withPropertyValues(
                            "parley.kms.key-id=the-key",
                            "parley.kms.endpoint=" + kms.endpoint(),
                            "parley.kms.region=eu-central-1"),
                    "cannot be read: the key service does not serve the key the-key");
        }
    }

    @Test
    void whereNothingWasWrittenYetAnyMasterKeyWillDo() {
        services.withPropertyValues("parley.secret.master=" + ANOTHER)
                .run(context -> assertThat(context).hasNotFailed());
    }
}
