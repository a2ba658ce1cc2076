package chat.parley.command.benchmark;

import chat.parley.command.engine.EngineNode;
import chat.parley.events.StreamId;
import chat.parley.log.snapshot.Snapshots;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One conversation with so many messages that nobody wants to replay them. */
record LongConversation(DataSource database, Conversations.Pair pair) {

    /** Messages whose content was forgotten: rows the log might hold, without what only the log can write. */
    private static final String FILL = """
            WITH room AS (UPDATE log.head SET position = position + :count RETURNING position - :count AS before)
            INSERT INTO log.event
              (position, stream, sequence, event_id, command_id, type, revision, recorded, payload, metadata)
            SELECT before + n, :stream, n, gen_random_uuid(), :author || '/' || message,
                   'parley.conversation.message-sent', 1, clock_timestamp(),
                   convert_to(json_build_object('conversation', :conversation, 'number', n, 'author', :author,
                                                'message', message, 'commitment', 'none')::text, 'UTF8'),
                   convert_to(json_build_object('actor', :author, 'session', null, 'correlation', :author,
                                                'causation', null)::text, 'UTF8')
            FROM room, generate_series(1, :count) AS n, LATERAL (SELECT gen_random_uuid() AS message WHERE n > 0) AS fresh
            """;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    static LongConversation filled(int messages, DataSource database) {
        LongConversation made = new LongConversation(database, Conversations.Pair.fresh());
        try (EngineNode node = EngineNode.on(database)) {
            made.pair.start(node.dispatch());
        }
        JdbcClient.create(database)
                .sql(FILL)
                .param("count", messages)
                .param("stream", made.stream().value())
                .param("conversation", made.pair.conversation().toString())
                .param("author", made.pair.writer().user().toString())
                .update();
        return made;
    }

    /** The first command that a node decides in it; returns when there is a snapshot. */
    Duration firstCommand() {
        try (EngineNode node = EngineNode.on(database)) {
            // Elsewhere first: what is measured is the conversation, not the first use of a connection.
            Conversations.started(1, node.dispatch());
            Duration took = timed(node);
            awaitSnapshot(node.part(Snapshots.class));
            return took;
        }
    }

    private StreamId stream() {
        return StreamId.conversation(pair.conversation());
    }

    private Duration timed(EngineNode node) {
        long begun = System.nanoTime();
        pair.send(node.dispatch(), Conversations.message());
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void awaitSnapshot(Snapshots snapshots) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (snapshots.of(stream()).isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no snapshot was made");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
