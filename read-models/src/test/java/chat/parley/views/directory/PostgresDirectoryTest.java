package chat.parley.views.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.testing.TestDatabase;
import chat.parley.views.Checkpoint;
import chat.parley.views.ViewUnavailable;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresDirectoryTest extends DirectoryContract {

    private static final DirectoryEntry DAVE = entry(1, "dave", "Dave");
    private static final DirectoryEntry NOT_TEXT = entry(2, "eve", "nul \u0000 is no text here");

    @BeforeEach
    @Override
    void empty() {
        PostgresStores.empty();
    }

    @Override
    UserDirectory directory() {
        return PostgresStores.DIRECTORY;
    }

    @Override
    DirectoryWriter writer() {
        return PostgresStores.WRITER;
    }

    @Test
    void entriesAndCheckpointAreStoredTogetherOrNotAtAll() {
        List<DirectoryChange> entries = List.of(DAVE, NOT_TEXT);

        assertThatThrownBy(() -> writer().write(entries, 0, Checkpoint.at(2)))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(directory().byUsername("dave")).isEmpty();
        assertThat(writer().checkpoints().reached(0)).isZero();

        writer().write(List.of(DAVE), 0, Checkpoint.at(2));
        assertThat(directory().byUsername("dave")).contains(DAVE);
        assertThat(writer().checkpoints().reached(0)).isEqualTo(2);
    }

    @Test
    void theNextGenerationGrowsBesideTheOneThatIsRead() {
        TestDatabase.shared().asSuperuser("""
                CREATE SCHEMA directory_2;
                CREATE TABLE directory_2.user_entry (LIKE directory_1.user_entry INCLUDING ALL);
                CREATE TABLE directory_2.user_term (LIKE directory_1.user_term INCLUDING ALL);
                CREATE TABLE directory_2.user_findable (LIKE directory_1.user_findable INCLUDING ALL);
                CREATE TABLE directory_2.user_status (LIKE directory_1.user_status INCLUDING ALL);
                CREATE TABLE directory_2.user_avatar (LIKE directory_1.user_avatar INCLUDING ALL);
                CREATE TABLE directory_2.checkpoint (LIKE directory_1.checkpoint INCLUDING ALL);
                """);
        DataSource owner = TestDatabase.shared().superuser().dataSource();
        DirectorySchema schema = DirectorySchema.current(owner, 2);
        DirectoryWriter next =
                new PostgresDirectoryWriter(schema, new TransactionTemplate(new DataSourceTransactionManager(owner)));

        next.write(List.of(DAVE), 0, Checkpoint.at(2));

        assertThat(directory().byUsername("dave")).isEmpty();
        assertThat(writer().checkpoints().reached(0)).isZero();
        assertThat(next.checkpoints().reached(0)).isEqualTo(2);
        assertThat(new PostgresUserDirectory(schema).byUsername("dave")).contains(DAVE);
    }

    @Test
    void aDatabaseThatCannotBeReachedMakesTheViewUnavailable() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/nowhere");
        DirectorySchema schema = new DirectorySchema(nowhere, "directory_1");
        DirectoryWriter writer =
                new PostgresDirectoryWriter(schema, new TransactionTemplate(new DataSourceTransactionManager(nowhere)));

        assertThatThrownBy(() -> writer.write(List.of(DAVE))).isInstanceOf(ViewUnavailable.class);
        assertThatThrownBy(() -> new PostgresUserDirectory(schema).byUsername("dave"))
                .isInstanceOf(ViewUnavailable.class);
    }
}
