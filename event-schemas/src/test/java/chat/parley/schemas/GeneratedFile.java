package chat.parley.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON file that is generated and checked in, so that a change of it is seen in review. */
public record GeneratedFile(Path path) {

    /** {@code check}, or {@code write} or {@code release} to write the files anew. */
    static final String MODE = System.getProperty("parley.schemas", "check");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Fails where the file is not what is generated now; writes it instead where that was asked for. */
    public void holds(JsonNode generated) {
        if (!MODE.equals("check")) {
            write(generated);
        }
        assertThat(path).as("write it with -Dparley.schemas=write").exists();
        assertThat(read())
                .as("%s; write it anew with -Dparley.schemas=write", path.getFileName())
                .isEqualTo(asRead(generated));
    }

    public JsonNode read() {
        try {
            return JSON.readTree(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small number is of another kind when it is read back. */
    static JsonNode asRead(JsonNode generated) {
        return JSON.readTree(JSON.writeValueAsBytes(generated));
    }

    void write(JsonNode content) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, JSON.writer().with(printer).writeValueAsString(content) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
