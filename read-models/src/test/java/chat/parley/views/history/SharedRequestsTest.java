package chat.parley.views.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How writes are put into requests; that they arrive is for the contracts to say. */
class SharedRequestsTest {

    private final PreparedStatement write =
            CassandraStores.SESSION.prepare("UPDATE parley_history_1.message USING TIMESTAMP ?"
                    + " SET row = ? WHERE conversation = ? AND bucket = ? AND number = ? AND sequence = ?");

    private BoundStatement write(UUID conversation, long number, String row) {
        return write.bind(
                number, ByteBuffer.wrap(row.getBytes(StandardCharsets.US_ASCII)), conversation, 0L, number, number);
    }

    private static List<List<BatchableStatement<?>>> requests(List<BoundStatement> writes) {
        List<List<BatchableStatement<?>>> requests = new ArrayList<>();
        for (Statement<?> request : new SharedRequests(CassandraStores.SESSION).of(writes)) {
            List<BatchableStatement<?>> together = new ArrayList<>();
            if (request instanceof BatchStatement batch) {
                batch.forEach(together::add);
            } else {
                together.add((BoundStatement) request);
            }
            requests.add(together);
        }
        return requests;
    }

    private static Set<ByteBuffer> partitions(List<BatchableStatement<?>> request) {
        Set<ByteBuffer> partitions = new HashSet<>();
        request.forEach(write -> partitions.add(write.getRoutingKey()));
        return partitions;
    }

    @Test
    void whatGoesToOnePartitionIsTogetherAndNoRequestHasMoreThanTenPartitions() {
        List<UUID> conversations = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            conversations.add(UUID.randomUUID());
        }
        List<BoundStatement> writes = new ArrayList<>();
        for (long number = 1; number <= 3; number++) {
            for (UUID conversation : conversations) {
                writes.add(write(conversation, number, "hello"));
            }
        }

        List<List<BatchableStatement<?>>> requests = requests(writes);

        assertThat(requests).extracting(request -> partitions(request).size()).containsExactly(10, 10, 3);
        assertThat(requests).extracting(List::size).containsExactly(30, 30, 9);
    }

    @Test
    void aRequestIsKeptSmallWhateverItIsMadeOf() {
        UUID conversation = UUID.randomUUID();
        List<BoundStatement> writes = new ArrayList<>();
        for (long number = 1; number <= 5; number++) {
            writes.add(write(conversation, number, "x".repeat(1_500)));
        }
        writes.add(write(conversation, 6, "x".repeat(9_000)));

        assertThat(requests(writes)).extracting(List::size).containsExactly(2, 2, 1, 1);
    }
}
