package chat.parley.distribution;

import chat.parley.events.Envelope;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is kept of an event that could not be handled: its place and the queue, never its data. */
final class DeadLetter {

    private static final String QUEUE = "queue";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final EnvelopeJson ENVELOPES = new EnvelopeJson();

    private final ObjectNode attributes;

    private DeadLetter(ObjectNode attributes) {
        this.attributes = attributes;
    }

    static DeadLetter of(Envelope event, int queue) {
        return new DeadLetter(ENVELOPES.attributes(event).put(QUEUE, queue));
    }

    /** For a message that cannot be read as an event of this build: whatever identifies its place. */
    static DeadLetter unreadable(byte[] body, int queue) {
        return new DeadLetter(SafeEnvelopeAttributes.of(JSON, body).put(QUEUE, queue));
    }

    static DeadLetter read(byte[] body) {
        return new DeadLetter((ObjectNode) JSON.readTree(body));
    }

    byte[] write() {
        return JSON.writeValueAsBytes(attributes);
    }

    int queue() {
        return attributes.required(QUEUE).asInt();
    }

    /** @throws RuntimeException it does not say where it is */
    long position() {
        return attributes.required("position").asLong();
    }

    @Override
    public String toString() {
        return new String(write(), StandardCharsets.UTF_8);
    }
}
