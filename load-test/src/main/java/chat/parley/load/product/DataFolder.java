package chat.parley.load.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** What the data folder of a standalone product says about its stores. */
public record DataFolder(Path path) {

    /** PostgreSQL's owner, who may do everything. */
    public static final String OWNER = "postgres";

    public Connection postgresql() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), OWNER, secret("postgresql.password"));
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/parley".formatted(port("postgresql.client"));
    }

    /** A port of one of the parts. */
    public int port(String name) {
        return Integer.parseInt(read("ports.properties", name));
    }

    /** A secret of a part or of the services. */
    public String secret(String name) {
        return read("secrets.properties", name);
    }

    private String read(String file, String name) {
        Properties values = new Properties();
        try (var reader = Files.newBufferedReader(path.resolve(file))) {
            values.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String value = values.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("%s in %s says nothing of %s".formatted(file, path, name));
        }
        return value;
    }
}
