package chat.parley.load.product;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets an embedded PostgreSQL have the write-ahead log files of a server that has run for a while: it makes new ones by filling them
 * with zeros, which a young server's commits wait for, and uses old ones again after a checkpoint.
 */
public final class WalFiles {

    private static final int FILE_MB = 16;

    private WalFiles() {}

    /** @return a sentence for the report */
    public static String prepare(DataFolder data, int count) throws SQLException {
        try (Connection connection = data.postgresql();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < count; i++) {
                statement.execute("SELECT pg_logical_emit_message(false, 'load', 'fills a file')");
                statement.execute("SELECT pg_switch_wal()");
            }
            statement.execute("CHECKPOINT");
        }
        return "%d files (%d MB) of write-ahead log made beforehand and free to be used again"
                .formatted(count, count * FILE_MB);
    }
}
