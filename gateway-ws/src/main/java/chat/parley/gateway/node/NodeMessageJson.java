package chat.parley.gateway.node;

import tools.jackson.databind.json.JsonMapper;

final class NodeMessageJson {

    static final String MEDIA_TYPE = "application/json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NodeMessageJson() {}

    static byte[] write(NodeMessage message) {
        return JSON.writerFor(NodeMessage.class).writeValueAsBytes(message);
    }

    static NodeMessage read(byte[] bytes) {
        return JSON.readValue(bytes, NodeMessage.class);
    }
}
