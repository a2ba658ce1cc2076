package chat.parley.views.history;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What Parley keeps in Cassandra, and how long it waits for it. Where Cassandra is and who may enter is said by {@code spring.cassandra}.
 *
 * @param keyspace what the keyspaces of all generations begin with: lower case letters, digits and underscores
 * @param replication copies kept of each row in the datacenter; only used when a keyspace is created
 * @param startTimeout how long a start waits for Cassandra to come up
 */
@ConfigurationProperties("parley.cassandra")
public record CassandraSettings(
        @DefaultValue("parley") String keyspace,
        @DefaultValue("1") int replication,
        @DefaultValue("2m") Duration startTimeout) {

    public CassandraSettings {
        if (!keyspace.matches("[a-z][a-z0-9_]{0,31}")) {
            throw new IllegalArgumentException("parley.cassandra.keyspace is not a name: " + keyspace);
        }
    }

    String keyspaceOf(int generation) {
        return keyspace + "_history_" + generation;
    }
}
