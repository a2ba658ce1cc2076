package chat.parley.views.history;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Cassandra is.
 *
 * @param contactPoint {@code host:port} of any node of the ring
 * @param keyspace what the keyspaces of all generations begin with: lower case letters, digits and underscores
 * @param replication copies kept of each row in the datacenter; only used when a keyspace is created
 * @param startTimeout how long a start waits for Cassandra to come up
 */
@ConfigurationProperties("parley.cassandra")
public record CassandraSettings(
        @DefaultValue("127.0.0.1:9042") String contactPoint,
        @DefaultValue("datacenter1") String datacenter,
        @DefaultValue("parley") String keyspace,
        @DefaultValue("1") int replication,
        @DefaultValue("2m") Duration startTimeout) {

    public CassandraSettings {
        if (!keyspace.matches("[a-z][a-z0-9_]{0,31}")) {
            throw new IllegalArgumentException("parley.cassandra.keyspace is not a name: " + keyspace);
        }
        if (!contactPoint.matches(".+:\\d{1,5}")) {
            throw new IllegalArgumentException("parley.cassandra.contact-point is not host:port: " + contactPoint);
        }
    }

    String keyspaceOf(int generation) {
        return keyspace + "_history_" + generation;
    }

    InetSocketAddress address() {
        int colon = contactPoint.lastIndexOf(':');
        return new InetSocketAddress(
                contactPoint.substring(0, colon), Integer.parseInt(contactPoint.substring(colon + 1)));
    }
}
