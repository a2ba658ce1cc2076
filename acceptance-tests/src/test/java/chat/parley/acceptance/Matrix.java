package chat.parley.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table in {@code authorization.md}, and what the product's documents say there should be rows for. */
final class Matrix {

    /** Who asks; in the order of the table's columns. */
    enum Who {
        ANONYMOUS,
        STRANGER,
        FORMER_MEMBER,
        MEMBER,
        AUTHOR,
        ENDED,
        WRONG_SCOPE,
        PROGRAM
    }

    private Matrix() {}

    /** For each operation and frame what each is answered. */
    static Map<String, Map<Who, String>> rows() {
        Map<String, Map<Who, String>> rows = new LinkedHashMap<>();
        text("/authorization.md")
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .forEach(line -> {
                    List<String> cells =
                            Arrays.stream(line.split("\\|")).map(String::strip).toList();
                    Map<Who, String> row = new EnumMap<>(Who.class);
                    Iterator<String> answers = cells.listIterator(2);
                    for (Who who : Who.values()) {
                        row.put(who, answers.next());
                    }
                    rows.put(cells.get(1), row);
                });
        return rows;
    }

    /** The operations of the OpenAPI document. */
    static Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        for (JsonNode path : json("/chat/parley/access/openapi.json").get("paths")) {
            for (JsonNode operation : path) {
                operations.add(operation.get("operationId").asString());
            }
        }
        return operations;
    }

    /** The types of the frames that clients send, from the AsyncAPI document. */
    static Set<String> frames() {
        JsonNode document = json("/schemas/gateway-asyncapi.json");
        List<String> types = new ArrayList<>();
        for (JsonNode message : document.get("operations").get("clientFrames").get("messages")) {
            String name = message.get("$ref").asString().replaceFirst(".*/", "");
            types.add(document.at("/components/schemas/" + name + "/properties/type/const")
                    .asString());
        }
        return new TreeSet<>(types);
    }

    private static JsonNode json(String resource) {
        return JsonMapper.shared().readTree(text(resource));
    }

    private static String text(String resource) {
        try (InputStream stream = Objects.requireNonNull(Matrix.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
