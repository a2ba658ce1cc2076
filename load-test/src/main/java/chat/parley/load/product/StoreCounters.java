package chat.parley.load.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the stores say they did so far: PostgreSQL's transactions, of which a query by itself is one, and the rows they fetched; Redis's
 * commands, those of scripts included.
 */
public record StoreCounters(Map<String, Long> counts) {

    private static final String COMMANDS = "total_commands_processed:";

    /** PostgreSQL's processes tell their counts once a second, those that do nothing included. */
    private static final int TOLD_AFTER_MS = 1_500;

    /** What they have done by now. */
    public static StoreCounters of(DataFolder data) throws SQLException, InterruptedException {
        Thread.sleep(TOLD_AFTER_MS);
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Connection connection = data.postgresql();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("""
                        SELECT xact_commit + xact_rollback, tup_fetched, blks_hit + blks_read FROM pg_stat_database
                        WHERE datname = current_database()
                        """)) {
            answer.next();
            counts.put("PostgreSQL transactions", answer.getLong(1));
            counts.put("PostgreSQL rows fetched", answer.getLong(2));
            counts.put("PostgreSQL pages looked at", answer.getLong(3));
        }
        counts.put("Redis commands", redisCommands(data));
        return new StoreCounters(counts);
    }

    private static long redisCommands(DataFolder data) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), data.port("redis.client"))) {
            String asked = "AUTH %s\r\nINFO stats\r\nQUIT\r\n".formatted(data.secret("redis.password"));
            socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.lines()
                    .filter(line -> line.startsWith(COMMANDS))
                    .map(line ->
                            Long.parseLong(line.substring(COMMANDS.length()).strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Redis does not say how many commands it processed"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was done since. */
    public StoreCounters since(StoreCounters before) {
        Map<String, Long> done = new LinkedHashMap<>();
        counts.forEach((what, count) -> done.put(what, count - before.counts.getOrDefault(what, 0L)));
        return new StoreCounters(done);
    }
}
