package chat.parley.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class GoldenEventsTest {

    private static final UserId ALICE = UserId.of("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UserId BOB = UserId.of("01890a5d-ac96-774b-bcce-b302099a8058");
    private static final ConversationId CONVERSATION = ConversationId.of("6a1f9c3e-1d5b-8c2a-9f00-0f0e0d0c0b0a");

    /** One full example of each event; the golden files were written from these once and are never written again. */
    private static final Map<EventType, ParleyEvent> EXAMPLES = Stream.of(
                    new AccountRegistered(
                            ALICE, new AccountDetails("alice", "Alice Liddell", "alice@example.org", "+4915112345678")),
                    new AccountErased(ALICE),
                    new LegalHoldPlaced(ALICE),
                    new LegalHoldLifted(ALICE),
                    new DirectConversationStarted(CONVERSATION, List.of(ALICE, BOB), ALICE),
                    new GroupCreated(
                            CONVERSATION,
                            List.of(new GroupMember(ALICE, MemberRole.OWNER), new GroupMember(BOB, MemberRole.MEMBER)),
                            ALICE,
                            new GroupDetails("Tea party")),
                    new MemberAdded(CONVERSATION, BOB, MemberRole.MEMBER, ALICE, 41),
                    new MemberLeft(CONVERSATION, BOB),
                    new MemberRemoved(CONVERSATION, BOB, ALICE),
                    new MessageSent(
                            CONVERSATION,
                            42,
                            ALICE,
                            MessageId.of("01890a5d-ac96-774b-bcce-b302099a8059"),
                            new MessageContent("Curiouser & curiouser… 🐇")),
                    new MessageDeleted(
                            CONVERSATION, 42, 57, MessageId.of("01890a5d-ac96-774b-bcce-b302099a8059"), ALICE),
                    new MessagesDelivered(CONVERSATION, BOB, 41, true),
                    new MessagesRead(CONVERSATION, BOB, 42, true))
            .collect(Collectors.toMap(EventType::of, event -> event));

    private final JsonMapper json = JsonMapper.builder().build();

    @ParameterizedTest
    @EnumSource
    void everyEventIsWrittenAsItsGoldenFileSays(EventType type) throws IOException {
        assertThat(json.readTree(json.writeValueAsString(EXAMPLES.get(type)))).isEqualTo(json.readTree(golden(type)));
    }

    @ParameterizedTest
    @EnumSource
    void everyGoldenFileReadsAsTheEventItWasWrittenFrom(EventType type) throws IOException {
        assertThat(json.readValue(golden(type), type.shape())).isEqualTo(EXAMPLES.get(type));
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

    private static String golden(EventType type) throws IOException {
        String file = "/golden/" + type.published() + ".json";
        try (InputStream in = GoldenEventsTest.class.getResourceAsStream(file)) {
            assertThat(in).as("golden file of %s", type).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
