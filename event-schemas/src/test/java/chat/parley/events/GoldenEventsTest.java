package chat.parley.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Each golden file is one full example of an event, as its revision was first written; none is ever changed. */
class GoldenEventsTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @ParameterizedTest
    @EnumSource
    void everyGoldenFileReadsAsAnEventThatIsWrittenAsTheFileSays(EventType type) throws IOException {
        assertThat(json.readTree(json.writeValueAsString(event(type)))).isEqualTo(json.readTree(golden(type)));
    }

    @ParameterizedTest
    @EnumSource
    void everyGoldenFileSaysSomethingOfEachComponent(EventType type) throws IOException {
        assertThat(event(type)).hasNoNullFieldsOrProperties();
        assertThat(EventType.of(event(type))).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource
    void anEventTypeIsFoundByItsStoredAndItsPublishedName(EventType type) {
        assertThat(EventType.ofName(type.typeName())).contains(type);
        assertThat(EventName.ofPublished(type.published())).contains(type.eventName());
        assertThat(EventType.shapeOf(type.eventName())).contains(type.shape());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parley.conversation.message-sent",
                "parley.conversation.message-sent.v0",
                "parley.conversation.message-sent.v9",
                "parley.conversation.message-sent.vx",
                "parley.conversation.nothing.v1",
                ""
            })
    void whatWasNeverPublishedIsNotKnown(String published) {
        assertThat(EventName.ofPublished(published).flatMap(EventType::shapeOf)).isEmpty();
    }

    @Test
    void namesAreUnique() {
        assertThat(Stream.of(EventType.values()).map(EventType::published)).doesNotHaveDuplicates();
    }

    private ParleyEvent event(EventType type) throws IOException {
        return json.readValue(golden(type), type.shape());
    }

    private static String golden(EventType type) throws IOException {
        String file = "/golden/" + type.published() + ".json";
        try (InputStream in = GoldenEventsTest.class.getResourceAsStream(file)) {
            assertThat(in).as("golden file of %s", type).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
