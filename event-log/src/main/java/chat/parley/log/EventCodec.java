package chat.parley.log;

import chat.parley.events.LogId;
import chat.parley.events.ParleyEvent;
import chat.parley.events.Personal;
import chat.parley.events.RecordedShape;
import chat.parley.log.content.PersonalContent;
import chat.parley.log.content.RowIdentity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Between an event and the two parts a row keeps of it: the payload, and what a person wrote, which only their key opens. To
 * be called outside the one place that appends wait for: a person's first words make their key.
 */
final class EventCodec {

    private static final String CONTENT = "content";
    private static final String COMMITMENT = "commitment";

    /** An event as its row holds it; the owner is null where it is nobody's words. */
    record Encoded(byte[] payload, @Nullable UUID owner, byte @Nullable [] content) {}

    private final LogId log;
    private final JsonMapper json;
    private final ContentCommitment commitment;
    private final PersonalContent personal;

    EventCodec(LogId log, JsonMapper json, ContentCommitment commitment, PersonalContent personal) {
        this.log = log;
        this.json = json;
        this.commitment = commitment;
        this.personal = personal;
    }

    Encoded encode(NewEvent fresh) {
        ObjectNode payload = json.valueToTree(fresh.event());
        if (!(fresh.event() instanceof Personal words)) {
            return new Encoded(json.writeValueAsBytes(payload), null, null);
        }
        UUID owner = words.owner().value();
        JsonNode content = payload.remove(CONTENT);
        if (content == null || content.isNull()) {
            return new Encoded(json.writeValueAsBytes(payload), owner, null);
        }
        byte[] salted = commitment.salt(json.writeValueAsBytes(content));
        payload.put(COMMITMENT, ContentCommitment.to(salted));
        RowIdentity row = new RowIdentity(log, fresh.event().stream(), fresh.sequence(), fresh.id());
        return new Encoded(json.writeValueAsBytes(payload), owner, personal.seal(words.owner(), row, salted));
    }

    /** @param salted what the row's content opened to; null once forgotten */
    ParleyEvent decode(Class<? extends RecordedShape> shape, byte[] payload, byte @Nullable [] salted) {
        ObjectNode event = (ObjectNode) json.readTree(payload);
        event.remove(COMMITMENT);
        if (salted != null) {
            event.set(CONTENT, json.readTree(ContentCommitment.withoutSalt(salted)));
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
