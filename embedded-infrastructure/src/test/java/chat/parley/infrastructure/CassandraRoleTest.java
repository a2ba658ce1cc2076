package chat.parley.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in to the embedded Cassandra. */
class CassandraRoleTest {

    @TempDir
    private static Path folder = Path.of("");

    private static EmbeddedInfrastructure infrastructure;

    @BeforeAll
    static void start() throws Exception {
        infrastructure = EmbeddedInfrastructure.start(
                folder.resolve("data"), Set.of(Component.CASSANDRA), Map.of(), new RecordedProgress());
    }

    @AfterAll
    static void stop() {
        infrastructure.close();
    }

    private static Address.Cassandra as(String user, String password) {
        Address.Cassandra address = infrastructure.addresses().cassandra();
        return new Address.Cassandra(URI.create("cassandra://%s:%s@%s:%d/datacenter1"
                .formatted(user, password, address.host(), address.port())));
    }

    @Test
    void theOneRoleWorksWithDataAndNotWithRoles() throws Exception {
        Address.Cassandra own = infrastructure.addresses().cassandra();
        Answers.cql(own, "create keyspace own with replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
        Answers.cql(own, "create table own.thing (id int primary key, value text)");
        Answers.cql(own, "insert into own.thing (id, value) values (1, 'kept')");
        assertThat(Answers.cql(own, "select value from own.thing")).contains("kept");
        assertThatThrownBy(() -> Answers.cql(own, "create role other with password = 'x' and login = true"))
                .hasMessageContaining("User parley");
    }

    @Test
    void nobodyElseIsLetInNotEvenWhomEveryoneKnows() {
        for (Address.Cassandra other : new Address.Cassandra[] {
            as("cassandra", "cassandra"), as("parley", "parley"), as("parley", "")
        }) {
            assertThatThrownBy(() -> Answers.cql(other, "select role from system_auth.roles"))
                    .as(other.uri().getUserInfo())
                    .hasMessageContaining("incorrect");
        }
    }
}
