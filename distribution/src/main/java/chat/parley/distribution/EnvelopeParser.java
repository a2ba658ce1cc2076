package chat.parley.distribution;

import chat.parley.events.Envelope;
import chat.parley.events.EventId;
import chat.parley.events.EventName;
import chat.parley.events.EventType;
import chat.parley.events.Facets;
import chat.parley.events.LogId;
import chat.parley.events.ParleyEvent;
import chat.parley.events.RecordedShape;
import chat.parley.events.StreamId;
import chat.parley.events.UnknownEvent;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses one envelope in one pass: its attributes are few and known, and its data is parsed as the type that precedes it.
 */
final class EnvelopeParser {

    /** The attributes that are read; all but the last two an envelope must have. */
    private enum Attribute {
        TYPE,
        ID,
        SOURCE,
        SUBJECT,
        TIME,
        POSITION,
        SEQUENCE,
        FACETS,
        SEALED
    }

    private static final String DATA = "data";
    private static final Map<String, Attribute> BY_NAME = byName();

    private final JsonMapper json;
    private final JsonParser parser;
    private final Map<Attribute, String> attributes = new EnumMap<>(Attribute.class);
    private @Nullable ParleyEvent event;
    /** If it came before the type. */
    private @Nullable JsonNode data;

    EnvelopeParser(JsonMapper json, JsonParser parser) {
        this.json = json;
        this.parser = parser;
    }

    Envelope envelope() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("an envelope is an object");
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            take(name);
        }
        if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
            throw new IllegalArgumentException("an envelope is one object");
        }
        return new Envelope(
                EventId.of(required(Attribute.ID)),
                LogId.of(required(Attribute.SOURCE)),
                new StreamId(required(Attribute.SUBJECT)),
                Instant.parse(required(Attribute.TIME)),
                Long.parseLong(required(Attribute.POSITION)),
                Long.parseLong(required(Attribute.SEQUENCE)),
                event(),
                attributes.get(Attribute.SEALED));
    }

    private void take(String name) {
        parser.nextToken();
        Attribute attribute = BY_NAME.get(name);
        String type = attributes.get(Attribute.TYPE);
        if (attribute != null && parser.currentToken().isScalarValue()) {
            attributes.put(attribute, parser.getString());
        } else if (name.equals(DATA)) {
            Optional<Class<? extends RecordedShape>> shape =
                    Optional.ofNullable(type).flatMap(EventName::ofPublished).flatMap(EventType::shapeOf);
            if (shape.isPresent()) {
                event = parser.readValueAs(shape.get()).current();
            } else {
                data = parser.readValueAsTree();
            }
        } else {
            parser.skipChildren();
        }
    }

    private ParleyEvent event() {
        if (event != null) {
            return event;
        }
        if (data == null) {
            throw new IllegalArgumentException("an envelope has data");
        }
        String type = required(Attribute.TYPE);
        EventName name = EventName.ofPublished(type)
                .orElseThrow(() -> new IllegalArgumentException("no event is called as this type says"));
        JsonNode written = data;
        return EventType.shapeOf(name)
                .map(shape -> json.treeToValue(written, shape).current())
                .orElseGet(() -> unknown(name, written));
    }

    private ParleyEvent unknown(EventName name, JsonNode written) {
        StreamId stream = new StreamId(required(Attribute.SUBJECT));
        String facets = attributes.get(Attribute.FACETS);
        return new UnknownEvent(
                stream,
                name,
                json.writeValueAsString(written),
                facets == null ? Facets.ofUnknown(stream) : json.readValue(facets, Facets.class));
    }

    private String required(Attribute attribute) {
        String value = attributes.get(attribute);
        if (value == null) {
            throw new IllegalArgumentException("an envelope has the attribute " + attribute);
        }
        return value;
    }

    private static Map<String, Attribute> byName() {
        Map<String, Attribute> names = new HashMap<>();
        for (Attribute attribute : Attribute.values()) {
            names.put(attribute.name().toLowerCase(Locale.ROOT), attribute);
        }
        return Map.copyOf(names);
    }
}
