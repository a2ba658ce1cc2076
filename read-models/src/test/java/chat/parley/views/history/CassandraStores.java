package chat.parley.views.history;

import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.Part;
import chat.parley.infrastructure.testing.TestInfrastructure;
import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Duration;

/** The view over a real Cassandra, one for all tests: each test uses conversations of its own. */
final class CassandraStores {

    static final CassandraSettings SETTINGS = settings();
    static final CqlSession SESSION = CassandraStart.open(SETTINGS);
    static final HistoryStores STORES = stores(HistorySchema.create(SESSION, SETTINGS, 1));

    private CassandraStores() {}

    private static CassandraSettings settings() {
        Address.Cassandra address =
                TestInfrastructure.with(Part.CASSANDRA).addresses().cassandra();
        return new CassandraSettings(
                address.host() + ":" + address.port(), address.datacenter(), "parley", 1, Duration.ofMinutes(1));
    }

    private static HistoryStores stores(Cassandra cassandra) {
        CassandraMemberWatermarks watermarks = new CassandraMemberWatermarks(cassandra);
        return new HistoryStores(
                new CassandraHistoryWriter(cassandra),
                new CassandraMessages(cassandra),
                new CassandraConversationHeads(cassandra),
                watermarks,
                new CassandraReceipts(cassandra, watermarks),
                new CassandraHistoryCheckpoints(cassandra));
    }
}
