package chat.parley.log.append;

import chat.parley.events.Owner;
import chat.parley.events.StreamId;
import chat.parley.log.NewEvent;
import chat.parley.log.content.RowIdentity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** A batch of units as one array per column. */
final class EventColumns {

    private final int[] unit;
    private final boolean[] opens;
    private final String[] stream;
    private final long[] sequence;
    private final UUID[] eventId;
    private final @Nullable String[] command;
    private final String[] type;
    private final short[] revision;
    private final byte[][] payload;
    private final byte[][] metadata;
    private final @Nullable Short[] ownerKind;
    private final @Nullable UUID[] owner;
    private final byte[] @Nullable [] content;

    private EventColumns(int rows) {
        unit = new int[rows];
        opens = new boolean[rows];
        stream = new String[rows];
        sequence = new long[rows];
        eventId = new UUID[rows];
        command = new String[rows];
        type = new String[rows];
        revision = new short[rows];
        payload = new byte[rows][];
        metadata = new byte[rows][];
        ownerKind = new Short[rows];
        owner = new UUID[rows];
        content = new byte[rows][];
    }

    static EventColumns of(List<UnitOfWork> batch) {
        int rows = 0;
        for (UnitOfWork each : batch) {
            rows += each.events().size();
        }
        EventColumns columns = new EventColumns(rows);
        columns.fill(batch);
        return columns;
    }

    private void fill(List<UnitOfWork> batch) {
        Map<StreamId, Long> expected = HashMap.newHashMap(batch.size());
        int row = 0;
        for (int index = 0; index < batch.size(); index++) {
            UnitOfWork each = batch.get(index);
            Long before = expected.put(each.stream(), each.nextSequence());
            // A unit that does not follow another unit of the batch must follow an event of the log.
            opens[row] = before == null || before != each.firstSequence();
            for (EncodedEvent event : each.events()) {
                unit[row] = index;
                stream[row] = each.stream().value();
                fill(row++, event);
            }
        }
    }

    private void fill(int row, EncodedEvent event) {
        NewEvent fresh = event.fresh();
        sequence[row] = fresh.sequence();
        eventId[row] = fresh.id().value();
        command[row] = fresh.command() == null ? null : fresh.command().value();
        RowIdentity identity = event.row().identity();
        type[row] = identity.name().type();
        revision[row] = (short) identity.name().revision();
        payload[row] = event.row().payload();
        metadata[row] = event.row().metadata();
        Owner whose = identity.owner();
        if (whose != null) {
            ownerKind[row] = (short) whose.code();
            owner[row] = whose.id();
        }
        content[row] = event.row().content();
    }

    void bind(PreparedStatement statement, Connection connection) throws SQLException {
        PGConnection arrays = connection.unwrap(PGConnection.class);
        statement.setArray(1, arrays.createArrayOf("int4", unit));
        statement.setArray(2, arrays.createArrayOf("bool", opens));
        statement.setArray(3, arrays.createArrayOf("text", stream));
        statement.setArray(4, arrays.createArrayOf("int8", sequence));
        statement.setArray(5, arrays.createArrayOf("uuid", eventId));
        statement.setArray(6, arrays.createArrayOf("text", command));
        statement.setArray(7, arrays.createArrayOf("text", type));
        statement.setArray(8, arrays.createArrayOf("int2", revision));
        statement.setArray(9, arrays.createArrayOf("bytea", payload));
        statement.setArray(10, arrays.createArrayOf("bytea", metadata));
        statement.setArray(11, arrays.createArrayOf("int2", ownerKind));
        statement.setArray(12, arrays.createArrayOf("uuid", owner));
        statement.setArray(13, arrays.createArrayOf("bytea", content));
    }
}
