package chat.parley.command.conversation;

import static chat.parley.command.conversation.ConversationEvents.ALICE;
import static chat.parley.command.conversation.ConversationEvents.BOB;
import static chat.parley.command.conversation.ConversationEvents.CONVERSATION;
import static chat.parley.command.conversation.ConversationEvents.deleted;
import static chat.parley.command.conversation.ConversationEvents.message;
import static chat.parley.command.conversation.ConversationEvents.reacted;
import static chat.parley.command.conversation.ConversationEvents.sent;
import static chat.parley.command.conversation.ConversationEvents.startedBy;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.CallKind;
import chat.parley.events.MessageSent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a snapshot keeps. Whoever changes the JSON here raises the revision with it. */
class ConversationStateTest {

    private static final String REVISION_13 = """
        {"stream":"conversation/00000000-0000-800a-8000-00000000000b",\
        "group":false,\
        "members":[{"member":"00000000-0000-0000-0000-00000000000a","role":"member"},\
        {"member":"00000000-0000-0000-0000-00000000000b","role":"member"}],\
        "lastNumber":2,\
        "recent":[{"author":"00000000-0000-0000-0000-00000000000b","message":"00000000-0000-7000-0000-000000000001"},\
        {"author":"00000000-0000-0000-0000-00000000000a","message":"00000000-0000-7000-0000-000000000002"}],\
        "deleted":[{"first":1,"last":1}],\
        "lastAbout":4,\
        "settings":{"add":"admin","write":"member","edit":"admin","history":"joining","approval":false,"mention":"member"},\
        "opened":null,\
        "closed":false,\
        "pinned":[],\
        "links":[],\
        "banned":[],\
        "muted":[],\
        "call":null,"picture":null,"deletion":null,\
        "lastReply":0,\
        "threads":[]}\
        """;

    /** As strict as what reads snapshots. */
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void theStateHasTheShapeOfItsRevisionAndNothingAnybodyWrote() {
        assertThat(ConversationState.REVISION).isEqualTo(13);
        assertThat(json.writeValueAsString(conversation().state())).isEqualTo(REVISION_13);
    }

    @Test
    void aRestoredConversationIsTheOneThatWasSaved() {
        ConversationState read = json.readValue(REVISION_13, ConversationState.class);
        assertThat(read).isEqualTo(conversation().state());
        assertThat(new Conversation(read).state()).isEqualTo(read);
    }

    @Test
    void aConversationTakesMoreMemoryTheMoreMessagesItRemembers() {
        Conversation conversation = conversation();
        int small = conversation.size();
        for (int number = 3; number < 2 * RecentMessages.WINDOW; number++) {
            conversation.on(sent(number, ALICE, message(number), "hello"), number + 2, Instant.EPOCH);
        }
        assertThat(conversation.size())
                .isGreaterThan(small)
                .isEqualTo(RecentMessages.WINDOW * RecentMessages.BYTES_EACH
                        + DeletedNumbers.BYTES_EACH
                        + 2 * Roster.BYTES_A_MEMBER);
    }

    @Test
    void aCallThatRingsIsKept() {
        Conversation conversation = conversation();
        conversation.on(MessageSent.ringing(CONVERSATION, 3, ALICE, message(3), CallKind.VIDEO), 5, Instant.EPOCH);
        ConversationState state = conversation.state();
        assertThat(state.call())
                .hasValueSatisfying(call -> assertThat(call.caller()).isEqualTo(ALICE));
        assertThat(json.readValue(json.writeValueAsString(state), ConversationState.class))
                .isEqualTo(state);
    }

    private static Conversation conversation() {
        Conversation conversation = new Conversation();
        MessageSent hello = sent(1, BOB, message(1), "hello");
        conversation.on(startedBy(ALICE), 0, Instant.EPOCH);
        conversation.on(hello, 1, Instant.EPOCH);
        conversation.on(sent(2, ALICE, message(2), "hi"), 2, Instant.EPOCH);
        conversation.on(deleted(1, hello), 3, Instant.EPOCH);
        conversation.on(reacted(ALICE, 2, sent(2, ALICE, message(2), "hi"), "👍"), 4, Instant.EPOCH);
        return conversation;
    }
}
