package chat.parley.infrastructure;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A few named values in a file that only its owner may read, replaced as a whole so that it is never half written. */
final class PropertiesFile {
    private final Path file;

    PropertiesFile(Path file) {
        this.file = file;
    }

    @Nullable
    String get(String name) {
        try {
            return read().getProperty(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(String name, String value) {
        try {
            Properties values = read();
            values.setProperty(name, value);
            StringWriter text = new StringWriter();
            values.store(text, null);
            Path next = file.resolveSibling(file.getFileName() + ".new");
            PrivateFile.write(next, text.toString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties read() throws IOException {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        }
        return values;
    }
}
