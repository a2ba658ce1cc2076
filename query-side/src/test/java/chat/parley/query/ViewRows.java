package chat.parley.query;

import chat.parley.events.ConversationId;
import chat.parley.events.EventType;
import chat.parley.events.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.nio.ByteBuffer;
import java.util.Objects;

/** The rows of the history view as somebody sees and changes them who has got into Cassandra. */
final class ViewRows {

    private ViewRows() {}

    /** The service's own: once the service is back after a test that killed Cassandra, so is this. */
    private static CqlSession session() {
        return QueryService.bean(CqlSession.class);
    }

    /** Of the n-th message of a direct conversation, whose sequence is its number. */
    static byte[] read(ConversationId conversation, long number) {
        ByteBuffer row =
                Objects.requireNonNull(select("row", conversation, number).getByteBuffer("row"));
        byte[] bytes = new byte[row.remaining()];
        row.get(bytes);
        return bytes;
    }

    private static long stamp(ConversationId conversation, long number) {
        return select("WRITETIME(row) AS stamp", conversation, number).getLong("stamp");
    }

    private static Row select(String what, ConversationId conversation, long number) {
        return Objects.requireNonNull(session()
                .execute(SimpleStatement.newInstance(
                        "SELECT " + what + " FROM parley_history_1.message"
                                + " WHERE conversation = ? AND bucket = 0 AND number = ? AND sequence = ?",
                        conversation.value(),
                        number,
                        number))
                .one());
    }

    /** In the place of a message, newer than what is there. */
    static void replace(ConversationId conversation, long number, byte[] row) {
        write(conversation, number, number, row, stamp(conversation, number) + 1);
    }

    /** In a place that may have been empty. */
    static void write(ConversationId conversation, long number, long sequence, byte[] row, long stamp) {
        session()
                .execute(SimpleStatement.newInstance(
                        "UPDATE parley_history_1.message USING TIMESTAMP ? SET row = ?, recorded_micros = 1"
                                + " WHERE conversation = ? AND bucket = 0 AND number = ? AND sequence = ?",
                        stamp,
                        ByteBuffer.wrap(row),
                        conversation.value(),
                        number,
                        sequence));
    }

    /** About a message of the first bucket, as if that member had said it. */
    static void say(ConversationId conversation, long number, UserId member, byte[] row) {
        session()
                .execute(SimpleStatement.newInstance(
                        "UPDATE parley_history_1.about SET row = ?, recorded_micros = 1"
                                + " WHERE conversation = ? AND bucket = 0 AND number = ? AND type = ? AND member = ?",
                        ByteBuffer.wrap(row),
                        conversation.value(),
                        number,
                        EventType.REACTIONS_CHANGED.typeName(),
                        member.value()));
    }
}
