package chat.parley.contracts;

import chat.parley.distribution.EnvelopeJson;
import chat.parley.events.Envelope;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** Writes envelopes inside an answer in the form in which they are published. */
final class EnvelopeSerialization {

    private static final EnvelopeJson JSON = new EnvelopeJson();

    private EnvelopeSerialization() {}

    static final class Writer extends ValueSerializer<Envelope> {

        @Override
        public void serialize(Envelope envelope, JsonGenerator generator, SerializationContext context) {
            context.writeTree(generator, JSON.toTree(envelope));
        }
    }

    static final class Reader extends ValueDeserializer<Envelope> {

        @Override
        public Envelope deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode tree = context.readTree(parser);
            return JSON.read(tree);
        }
    }
}
