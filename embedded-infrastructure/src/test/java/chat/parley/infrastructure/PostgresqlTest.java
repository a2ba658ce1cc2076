package chat.parley.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresqlTest {
    @TempDir
    private static Path folder = Path.of("");

    private static EmbeddedInfrastructure infrastructure;
    private static Address.Postgresql address;

    @BeforeAll
    static void start() throws ComponentFailed {
        infrastructure =
                EmbeddedInfrastructure.start(folder, Set.of(Component.POSTGRESQL), Map.of(), new RecordedProgress());
        address = infrastructure.addresses().postgresql();
    }

    @AfterAll
    static void stop() {
        infrastructure.close();
    }

    @Test
    void aCommitIsOnTheDiskAndNobodyGetsInWithoutThePassword() throws Exception {
        assertThat(Answers.sql(address, "show fsync")).isEqualTo("on");
        assertThat(Answers.sql(address, "show synchronous_commit")).isEqualTo("on");
        assertThat(Answers.sql(address, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), address.user(), "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    void startsAgainWhileABusyQueryOfTheKilledServerGoesOn() throws Exception {
        Thread query = Thread.ofVirtual().start(() -> {
            try {
                Answers.sql(address, "select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b");
            } catch (Exception connectionLost) {
                // Its server is killed below.
            }
        });
        await().until(() -> Answers.sql(address, "select count(*) from pg_stat_activity where query like '%series(1,%'")
                .equals("2"));

        infrastructure.kill(Component.POSTGRESQL);
        infrastructure.restart(Component.POSTGRESQL);

        assertThat(infrastructure.addresses().postgresql()).isEqualTo(address);
        assertThat(Answers.sql(address, "select 'here'")).isEqualTo("here");
        query.join();
    }
}
