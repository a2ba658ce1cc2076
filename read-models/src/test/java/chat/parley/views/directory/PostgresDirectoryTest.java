package chat.parley.views.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.events.UserId;
import chat.parley.views.Checkpoint;
import chat.parley.views.ViewUnavailable;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresDirectoryTest extends DirectoryContract {

    private static final DirectoryEntry DAVE = new DirectoryEntry(new UserId(UUID.randomUUID()), "dave", "Dave");
    private static final DirectoryEntry NOT_TEXT =
            new DirectoryEntry(new UserId(UUID.randomUUID()), "eve", "nul \u0000 is no text here");

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
    void entries_and_checkpoint_are_stored_together_or_not_at_all() {
        List<DirectoryChange> changes = List.of(new DirectoryChange(1, DAVE), new DirectoryChange(2, NOT_TEXT));

        assertThatThrownBy(() -> writer().write(changes, 0, Checkpoint.at(2))).isInstanceOf(DataIntegrityViolationException.class);

        assertThat(directory().byUsername("dave")).isEmpty();
        assertThat(PostgresStores.WRITER.reached(0)).isZero();

        writer().write(List.of(new DirectoryChange(1, DAVE)), 0, Checkpoint.at(2));
        assertThat(directory().byUsername("dave")).contains(DAVE);
        assertThat(PostgresStores.WRITER.reached(0)).isEqualTo(2);
    }

    @Test
    void a_database_that_cannot_be_reached_makes_the_view_unavailable() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/nowhere");
        JdbcClient jdbc = JdbcClient.create(nowhere);
        DirectoryWriter writer =
                new PostgresDirectoryWriter(jdbc, new TransactionTemplate(new DataSourceTransactionManager(nowhere)));

        assertThatThrownBy(() -> writer.write(List.of(new DirectoryChange(1, DAVE))))
                .isInstanceOf(ViewUnavailable.class);
        assertThatThrownBy(() -> new PostgresUserDirectory(jdbc).byUsername("dave"))
                .isInstanceOf(ViewUnavailable.class);
    }
}
