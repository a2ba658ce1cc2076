package chat.parley.documents;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI 3 document of the gateway's socket. */
final class GatewayAsyncApi {

    private static final JsonMapper JSON = JsonMapper.shared();

    private GatewayAsyncApi() {}

    static JsonNode of(Frames frames) {
        ObjectNode document = JSON.createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Parley's gateway")
                .put("version", "1")
                .put("description", "The frames of parley.v1, which docs/protocol.md explains.");
        document.put("defaultContentType", "application/json");
        ObjectNode channel = document.putObject("channels").putObject("socket");
        channel.put("address", "/api/socket")
                .put(
                        "description",
                        "A WebSocket of the subprotocol parley.v1, opened with a ticket. Types and fields not known are ignored.");
        ObjectNode components = document.putObject("components");
        ObjectNode operations = document.putObject("operations");
        operation(document, operations.putObject("clientFrames").put("action", "receive"), frames.clientNames());
        operation(document, operations.putObject("serverFrames").put("action", "send"), frames.serverNames());
        channel.putObject("bindings").putObject("ws").put("method", "GET").put("bindingVersion", "0.1.0");
        ObjectNode schemas = components.putObject("schemas");
        frames.schemas().forEach((name, schema) -> schemas.set(name, withoutDiscriminator(schema)));
        return JSON.readTree(JSON.writeValueAsBytes(document));
    }

    private static void operation(ObjectNode document, ObjectNode operation, List<String> names) {
        operation.putObject("channel").put("$ref", "#/channels/socket");
        for (String name : names) {
            operation.withArrayProperty("messages").addObject().put("$ref", "#/channels/socket/messages/" + name);
            document.withObject("/channels/socket/messages")
                    .putObject(name)
                    .put("$ref", "#/components/messages/" + name);
            document.withObject("/components/messages")
                    .putObject(name)
                    .put("name", name)
                    .putObject("payload")
                    .put("$ref", "#/components/schemas/" + name);
        }
    }

    /** AsyncAPI's own is of another kind than OpenAPI's, and what it would tell the constants of the names tell as well. */
    private static JsonNode withoutDiscriminator(JsonNode schema) {
        return ((ObjectNode) schema.deepCopy()).without(List.of("discriminator"));
    }
}
