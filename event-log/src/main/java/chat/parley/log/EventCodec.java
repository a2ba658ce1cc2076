package chat.parley.log;

import chat.parley.events.ParleyEvent;
import chat.parley.events.Personal;
import chat.parley.events.RecordedShape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Between an event and the two parts a row keeps of it: the payload, and the content that can be forgotten. */
final class EventCodec {

    private static final String CONTENT = "content";
    private static final String COMMITMENT = "commitment";

    /** An event as its row holds it. */
    record Encoded(byte[] payload, byte @Nullable [] content) {}

    private final JsonMapper json;
    private final ContentCommitment commitment;

    EventCodec(JsonMapper json, ContentCommitment commitment) {
        this.json = json;
        this.commitment = commitment;
    }

    Encoded encode(ParleyEvent event) {
        ObjectNode payload = json.valueToTree(event);
        JsonNode content = payload.remove(CONTENT);
        if (!(event instanceof Personal) || content == null || content.isNull()) {
            return new Encoded(json.writeValueAsBytes(payload), null);
        }
        byte[] salted = commitment.salt(json.writeValueAsBytes(content));
        payload.put(COMMITMENT, ContentCommitment.to(salted));
        return new Encoded(json.writeValueAsBytes(payload), salted);
    }

    ParleyEvent decode(Class<? extends RecordedShape> shape, byte[] payload, byte @Nullable [] content) {
        ObjectNode event = (ObjectNode) json.readTree(payload);
        event.remove(COMMITMENT);
        if (content != null) {
            event.set(CONTENT, json.readTree(ContentCommitment.withoutSalt(content)));
        }
        return json.treeToValue(event, shape).current();
    }

    byte[] encode(Metadata metadata) {
        return json.writeValueAsBytes(metadata);
    }

    Metadata decodeMetadata(byte[] metadata) {
        return json.readValue(metadata, Metadata.class);
    }
}
