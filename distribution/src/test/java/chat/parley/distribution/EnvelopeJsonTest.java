package chat.parley.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.events.Envelope;
import chat.parley.events.UnknownEvent;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EnvelopeJsonTest {

    private final EnvelopeJson json = new EnvelopeJson();
    private final Envelope envelope = Examples.message(Examples.conversation(), 7, "hello");

    @Test
    void anEnvelopeIsReadBackAsItWasWritten() {
        assertThat(json.read(json.write(envelope))).isEqualTo(envelope);
    }

    @Test
    void itIsACloudEventWithItsPlaceInTheLogAsExtensions() {
        JsonNode tree = JsonMapper.shared().readTree(json.write(envelope));
        assertThat(tree.propertyNames())
                .containsExactly(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "position",
                        "sequence",
                        "partitionkey",
                        "facets",
                        "datacontenttype",
                        "data");
        assertThat(tree.get("specversion").asString()).isEqualTo("1.0");
        assertThat(tree.get("type").asString()).isEqualTo("parley.conversation.message-sent.v1");
        assertThat(tree.get("time").asString()).isEqualTo("2026-01-02T03:04:05.678901Z");
        assertThat(tree.get("subject").asString())
                .isEqualTo("conversation/" + tree.get("partitionkey").asString());
    }

    @Test
    void withoutContentTheRestOfTheEventIsThere() {
        JsonNode data =
                JsonMapper.shared().readTree(json.writeWithoutContent(envelope)).get("data");
        assertThat(data.propertyNames()).containsExactly("conversation", "number", "author", "message");
        assertThat(json.read(json.writeWithoutContent(envelope)).position()).isEqualTo(envelope.position());
    }

    @Test
    void anEnvelopeAndItsDataAreAsTheirSchemasSay() {
        SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (byte[] written : List.of(json.write(envelope), json.writeWithoutContent(envelope))) {
            JsonNode tree = JsonMapper.shared().readTree(written);
            assertThat(schemas.getSchema(schema("envelope")).validate(tree)).isEmpty();
            assertThat(schemas.getSchema(schema(tree.get("type").asString())).validate(tree.get("data")))
                    .isEmpty();
        }
    }

    private static InputStream schema(String name) {
        return Objects.requireNonNull(EnvelopeJsonTest.class.getResourceAsStream("/schemas/" + name + ".json"), name);
    }

    @Test
    void anEventOfAnotherBuildIsKeptWholeAndPassedOnWithItsFacets() {
        String written =
                new String(json.write(envelope), StandardCharsets.UTF_8).replace("message-sent.v1", "poll-opened.v2");
        Envelope read = json.read(written.getBytes(StandardCharsets.UTF_8));
        assertThat(read.event()).isInstanceOf(UnknownEvent.class);
        assertThat(read.facets()).isEqualTo(envelope.facets());
        assertThat(read.routingKey()).isEqualTo(envelope.routingKey().replace("message-sent.v1", "poll-opened.v2"));
        assertThat(JsonMapper.shared().readTree(json.write(read)))
                .isEqualTo(JsonMapper.shared().readTree(written));
        assertThat(JsonMapper.shared()
                        .readTree(json.writeWithoutContent(read))
                        .get("data")
                        .has("content"))
                .isFalse();
    }

    @Test
    void whatIsNoNameOfAnEventIsNotRead() {
        String written =
                new String(json.write(envelope), StandardCharsets.UTF_8).replace("message-sent.v1", "message-sent.v0");
        assertThatThrownBy(() -> json.read(written.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
