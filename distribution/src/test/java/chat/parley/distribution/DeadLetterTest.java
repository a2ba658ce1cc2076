package chat.parley.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.events.Envelope;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeadLetterTest {

    private final Envelope envelope = Examples.message(Examples.conversation(), 7, "hello");

    private static DeadLetter unreadable(String body) {
        return DeadLetter.unreadable(body.getBytes(StandardCharsets.UTF_8), 2);
    }

    @Test
    void itSaysWhereTheEventIsAndNothingOfWhatWasWritten() {
        DeadLetter letter = DeadLetter.of(envelope, 3);
        assertThat(letter.toString()).contains("message-sent").doesNotContain("hello", "data");
        assertThat(DeadLetter.read(letter.write()).queue()).isEqualTo(3);
        assertThat(DeadLetter.read(letter.write()).position()).isEqualTo(envelope.position());
    }

    @Test
    void ofWhatCannotBeReadOnlyWhatHasTheFormOfAPlaceInTheLogIsKept() {
        DeadLetter odd = unreadable("""
                {"id": "hello", "type": "parley.note.hello there.v1", "subject": "hello/world", "time": "hello",
                 "position": 12, "sequence": "hello", "hello": "hello", "data_base64": "aGVsbG8=", "data": {"text": "hello"}}
                """);
        assertThat(odd).hasToString("{\"specversion\":\"1.0\",\"position\":12,\"queue\":2}");
        for (String noEvent : new String[] {"hello", "[\"hello\"]", "", "{\"hello"}) {
            DeadLetter letter = unreadable(noEvent);
            assertThat(letter).hasToString("{\"specversion\":\"1.0\",\"queue\":2}");
            assertThatThrownBy(letter::position).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void anEventOfAnotherBuildIsSetAsideByWhereItIs() {
        String unknown = new String(new EnvelopeJson().write(envelope), StandardCharsets.UTF_8)
                .replace("message-sent.v1", "message-sent.v9");
        JsonNode kept = JsonMapper.shared().readTree(unreadable(unknown).write());
        assertThat(kept.get("type").asString()).isEqualTo("parley.conversation.message-sent.v9");
        assertThat(kept.propertyNames())
                .containsExactlyInAnyOrder(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "position",
                        "sequence",
                        "partitionkey",
                        "queue");
    }
}
