package chat.parley.views.history;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.metadata.TokenMap;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Puts writes that go to the same replicas into one request, where each of them alone would cost as much as its write, and those of one
 * partition beside each other, which Cassandra then makes one of. Unlogged: each write is absolute and stands for itself. Small
 * enough that no node warns of them (5 KiB, 10 partitions).
 */
final class SharedRequests {

    private static final int MOST_PARTITIONS = 10;
    private static final int MOST_BYTES = 4_000;

    private final Optional<TokenMap> tokens;

    SharedRequests(CqlSession session) {
        this.tokens = session.getMetadata().getTokenMap();
    }

    List<Statement<?>> of(List<BoundStatement> writes) {
        Map<ByteBuffer, List<BoundStatement>> partitions = new LinkedHashMap<>();
        writes.forEach(write -> partitions
                .computeIfAbsent(partition(write), _ -> new ArrayList<>())
                .add(write));
        Map<Set<Node>, List<List<BoundStatement>>> byReplicas = new LinkedHashMap<>();
        partitions
                .values()
                .forEach(partition -> byReplicas
                        .computeIfAbsent(replicas(partition.getFirst()), _ -> new ArrayList<>())
                        .add(partition));
        List<Statement<?>> requests = new ArrayList<>();
        byReplicas.values().forEach(together -> divide(together, requests));
        return requests;
    }

    /** Every statement of this module binds its whole partition key. */
    private static ByteBuffer partition(BoundStatement write) {
        return Objects.requireNonNull(write.getRoutingKey());
    }

    private Set<Node> replicas(BoundStatement write) {
        return tokens.isEmpty() || write.getRoutingKeyspace() == null
                ? Set.of()
                : tokens.get().getReplicas(write.getRoutingKeyspace(), partition(write));
    }

    private static void divide(List<List<BoundStatement>> together, List<Statement<?>> requests) {
        List<BoundStatement> request = new ArrayList<>();
        int partitions = 0;
        int bytes = 0;
        for (List<BoundStatement> partition : together) {
            partitions++;
            for (BoundStatement write : partition) {
                int size = bytes(write);
                if (!request.isEmpty() && (partitions > MOST_PARTITIONS || bytes + size > MOST_BYTES)) {
                    requests.add(one(request));
                    request = new ArrayList<>();
                    partitions = 1;
                    bytes = 0;
                }
                request.add(write);
                bytes += size;
            }
        }
        if (!request.isEmpty()) {
            requests.add(one(request));
        }
    }

    private static Statement<?> one(List<BoundStatement> request) {
        return request.size() == 1
                ? request.getFirst()
                : BatchStatement.newInstance(BatchType.UNLOGGED, List.copyOf(request));
    }

    private static int bytes(BoundStatement write) {
        int bytes = 0;
        for (ByteBuffer value : write.getValues()) {
            bytes += value == null ? 0 : value.remaining();
        }
        return bytes;
    }
}
