package chat.parley.distribution;

import chat.parley.distribution.ConfirmedPublisher.Outgoing;
import chat.parley.events.Envelope;
import chat.parley.events.ParleyEvent;
import chat.parley.events.UnknownEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;
import tools.jackson.module.blackbird.BlackbirdModule;

/** The envelope as structured CloudEvents 1.0 JSON. */
public final class EnvelopeJson {

    private static final String SPECIFICATION = "1.0";
    private static final String DATA_TYPE = "application/json";

    /** With compiled accessors: Jackson's default, reflection, costs twice as much. */
    private final JsonMapper json =
            JsonMapper.builder().addModule(new BlackbirdModule()).build();

    /** The whole in the order it is written. */
    private record Written(
            String specversion,
            String id,
            String source,
            String type,
            String subject,
            String time,
            long position,
            long sequence,
            String partitionkey,
            String facets,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String sealed,

            String datacontenttype,
            Object data) {

        static Written of(Envelope envelope, String facets) {
            return new Written(
                    SPECIFICATION,
                    envelope.id().toString(),
                    envelope.source().toString(),
                    envelope.type().published(),
                    envelope.stream().value(),
                    envelope.recorded().toString(),
                    envelope.position(),
                    envelope.sequence(),
                    envelope.stream().partitionKey(),
                    facets,
                    envelope.sealed(),
                    DATA_TYPE,
                    envelope.event() instanceof UnknownEvent unknown ? new RawValue(unknown.json()) : envelope.event());
        }
    }

    /**
     * The event as our consumers get it. It is not persistent: what a broker loses in a crash, consumers read from the log, as they do
     * at every start.
     */
    public Outgoing outgoing(Envelope envelope) {
        return new Outgoing(Topology.EVENTS, envelope.routingKey(), Envelope.MEDIA_TYPE, false, write(envelope));
    }

    public byte[] write(Envelope envelope) {
        return json.writeValueAsBytes(Written.of(envelope, facets(envelope)));
    }

    public ObjectNode toTree(Envelope envelope) {
        ObjectNode tree = attributes(envelope);
        tree.put("datacontenttype", DATA_TYPE);
        tree.set("data", data(envelope.event()));
        return tree;
    }

    private JsonNode data(ParleyEvent event) {
        return event instanceof UnknownEvent unknown ? json.readTree(unknown.json()) : json.valueToTree(event);
    }

    private String facets(Envelope envelope) {
        return json.writeValueAsString(envelope.facets());
    }

    /** The event without content: the property is absent; a null property means that it was erased. */
    public byte[] writeWithoutContent(Envelope envelope) {
        ObjectNode tree = toTree(envelope);
        if (tree.get("data") instanceof ObjectNode data) {
            data.remove("content");
        }
        return json.writeValueAsBytes(tree);
    }

    /** @throws tools.jackson.core.JacksonException or {@link IllegalArgumentException} when it is not an event known here */
    public Envelope read(byte[] bytes) {
        try (JsonParser parser = json.createParser(bytes)) {
            return new EnvelopeParser(json, parser).envelope();
        }
    }

    public Envelope read(JsonNode tree) {
        try (JsonParser parser = json.treeAsTokens(tree)) {
            return new EnvelopeParser(json, parser).envelope();
        }
    }

    /** The attributes of an event, without its data. */
    ObjectNode attributes(Envelope envelope) {
        return json.createObjectNode()
                .put("specversion", SPECIFICATION)
                .put("id", envelope.id().toString())
                .put("source", envelope.source().toString())
                .put("type", envelope.type().published())
                .put("subject", envelope.stream().value())
                .put("time", envelope.recorded().toString())
                .put("position", envelope.position())
                .put("sequence", envelope.sequence())
                .put("partitionkey", envelope.stream().partitionKey())
                .put("facets", facets(envelope));
    }
}
