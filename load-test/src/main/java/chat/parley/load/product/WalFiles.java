package chat.parley.load.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Lets an embedded PostgreSQL have the write-ahead log files of a server that has run for a while: it makes new ones by filling them
 * with zeros, which a young server's commits wait for, and uses old ones again after a checkpoint.
 */
public final class WalFiles {

    private static final int FILE_MB = 16;

    private WalFiles() {}

    /** @return a sentence for the report */
    public static String prepare(Path dataFolder, int count) throws IOException, SQLException {
        Properties ports = read(dataFolder.resolve("ports.properties"));
        Properties secrets = read(dataFolder.resolve("secrets.properties"));
        String url = "jdbc:postgresql://127.0.0.1:%s/parley".formatted(ports.getProperty("postgresql.client"));
        try (Connection connection =
                        DriverManager.getConnection(url, "postgres", secrets.getProperty("postgresql.password"));
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

    private static Properties read(Path file) throws IOException {
        Properties values = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
        return values;
    }
}
