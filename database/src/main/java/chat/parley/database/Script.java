package chat.parley.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** SQL that is run at every migration, unlike versioned migrations. */
final class Script {

    private Script() {}

    static String named(String name) {
        try (InputStream sql = Objects.requireNonNull(Script.class.getResourceAsStream("/db/" + name + ".sql"), name)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
