package chat.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.database.Role;
import chat.parley.database.SchemaUnusable;
import chat.parley.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What a service finds out about the schema before it serves anybody; the step before it has to bring it up to date. */
class SchemaTest {

    private final TestDatabase database = TestDatabase.empty();

    private void refused(String... words) {
        LogContext.runner(database.as(Role.COMMAND))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(SchemaUnusable.class)
                        .hasMessageContainingAll(words));
    }

    private void taken() {
        LogContext.runner(database.as(Role.COMMAND))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aServiceRefusesASchemaThatIsNotThereAndNamesTheStepThatMakesIt() {
        refused("The schema log", "is missing or older", "jdbc:postgresql://", "./parley migrate");
        database.migrated();
        taken();
    }

    @Test
    void aServiceRefusesASchemaOlderThanItNeeds() {
        database.migrated();
        database.asSuperuser("DELETE FROM log.flyway_schema_history WHERE version = '1'");
        refused("The schema log", "is missing or older", "docker/compose.yaml");
    }

    @Test
    void aNewerSchemaIsTakenByTheServiceAndLeftAloneByTheStep() {
        database.migrated();
        database.asSuperuser("""
                INSERT INTO log.flyway_schema_history
                SELECT installed_rank + 100, '99', 'of a later version', type, 'V99__of_a_later_version.sql', 7, installed_by, now(), 1, true
                FROM log.flyway_schema_history WHERE version = '1'
                """);
        taken();
        database.migrated();
        taken();
    }

    @Test
    void dataOfAnEarlierVersionIsRefusedByTheServiceAndByTheStep() {
        database.migrated();
        database.asSuperuser("UPDATE log.flyway_schema_history SET checksum = 1 WHERE version = '1'");
        refused("was written by an earlier version of Parley", "jdbc:postgresql://", "empty data folder");
        assertThatThrownBy(database::migrated)
                .isInstanceOf(SchemaUnusable.class)
                .hasMessageContaining("was written by an earlier version of Parley");
    }

    @Test
    void theStepMayRunTwiceAtOnce() throws Exception {
        Thread other = Thread.ofVirtual().start(database::migrated);
        database.migrated();
        other.join();
        taken();
    }
}
