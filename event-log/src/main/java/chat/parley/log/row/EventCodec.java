package chat.parley.log.row;

import chat.parley.events.CarriesContent;
import chat.parley.events.EventName;
import chat.parley.events.EventType;
import chat.parley.events.Facets;
import chat.parley.events.LogId;
import chat.parley.events.Owner;
import chat.parley.events.ParleyEvent;
import chat.parley.events.RecordedShape;
import chat.parley.events.StreamId;
import chat.parley.events.UnknownEvent;
import chat.parley.log.Metadata;
import chat.parley.log.NewEvent;
import chat.parley.log.SealedRow;
import chat.parley.log.content.PersonalContent;
import chat.parley.log.content.RowIdentity;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts between an event and its row: payload, metadata, and the content that only its owner's key decrypts. Encode
 * before joining the append queue: a person's first content creates their key.
 */
public final class EventCodec {

    private static final String CONTENT = "content";
    private static final String COMMITMENT = "commitment";
    private static final String FACETS = "facets";

    /** The metadata of a row. */
    private record Written(@JsonUnwrapped Metadata cause, Facets facets) {}

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

    public SealedRow encode(NewEvent fresh) {
        ParleyEvent event = fresh.event();
        ObjectNode payload = json.valueToTree(event);
        byte[] metadata = json.writeValueAsBytes(new Written(fresh.metadata(), Facets.of(event)));
        if (!(event instanceof CarriesContent words)) {
            return sealed(fresh, null, json.writeValueAsBytes(payload), metadata, null);
        }
        JsonNode content = payload.remove(CONTENT);
        if (content == null || content.isNull()) {
            return sealed(fresh, words.owner(), json.writeValueAsBytes(payload), metadata, null);
        }
        byte[] salted = commitment.salt(json.writeValueAsBytes(content));
        payload.put(COMMITMENT, ContentCommitment.to(salted));
        return sealed(fresh, words.owner(), json.writeValueAsBytes(payload), metadata, salted);
    }

    private SealedRow sealed(
            NewEvent fresh, @Nullable Owner owner, byte[] payload, byte[] metadata, byte @Nullable [] salted) {
        RowIdentity row = identity(
                fresh.event().stream(), fresh, owner, EventName.of(fresh.event()), Sha256.of(payload), metadata);
        byte[] content = salted == null || owner == null ? null : personal.seal(owner, row, salted);
        return new SealedRow(row, payload, metadata, content);
    }

    private RowIdentity identity(
            StreamId stream, NewEvent fresh, @Nullable Owner owner, EventName name, byte[] payload, byte[] metadata) {
        return new RowIdentity(
                log,
                stream,
                fresh.sequence(),
                fresh.id(),
                fresh.command() == null ? null : fresh.command().value(),
                owner,
                name,
                payload,
                Sha256.of(metadata));
    }

    /**
     * @throws JacksonException the payload is not JSON
     * @throws ClassCastException the payload is not a JSON object
     */
    ObjectNode payload(SealedRow row) {
        return (ObjectNode) json.readTree(row.payload());
    }

    /** The commitment in a payload, if there is one. */
    static Optional<String> commitmentIn(ObjectNode payload) {
        return Optional.ofNullable(payload.path(COMMITMENT).stringValue(null));
    }

    /**
     * @param payload the row's payload; this method changes it
     * @param salted the decrypted content; null if it was erased
     * @throws JacksonException the payload is not the JSON of such an event
     */
    ParleyEvent decode(SealedRow row, ObjectNode payload, byte @Nullable [] salted) {
        StreamId stream = row.identity().stream();
        EventName name = row.identity().name();
        payload.remove(COMMITMENT);
        if (salted != null) {
            payload.set(CONTENT, json.readTree(ContentCommitment.withoutSalt(salted)));
        }
        Optional<Class<? extends RecordedShape>> shape = EventType.shapeOf(name);
        return shape.isPresent()
                ? json.treeToValue(payload, shape.get()).current()
                : new UnknownEvent(stream, name, json.writeValueAsString(payload), facets(stream, row.metadata()));
    }

    /** The event of a damaged row. It keeps its place in its stream. */
    ParleyEvent damaged(SealedRow row) {
        StreamId stream = row.identity().stream();
        return new UnknownEvent(stream, UnknownEvent.DAMAGED, "{}", facets(stream, row.metadata()));
    }

    /** The facets in a row's metadata. */
    public Facets facets(StreamId stream, byte[] metadata) {
        try {
            JsonNode facets = json.readTree(metadata).get(FACETS);
            return facets == null ? Facets.ofUnknown(stream) : json.treeToValue(facets, Facets.class);
        } catch (JacksonException _) {
            return Facets.ofUnknown(stream);
        }
    }
}
