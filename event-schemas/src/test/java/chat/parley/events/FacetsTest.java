package chat.parley.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FacetsTest {

    private static final UserId ALICE = UserId.of("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UserId BOB = UserId.of("01890a5d-ac96-774b-bcce-b302099a8058");
    private static final ConversationId CONVERSATION = new ConversationId(UUID.randomUUID());

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void aMessageTakesANumberAndIsToldToTheMembers() {
        Facets facets = Facets.of(
                new MessageSent(CONVERSATION, 7, ALICE, new MessageId(UUID.randomUUID()), new MessageContent("hi")));
        assertThat(facets.audience()).isEqualTo(Facets.Audience.MEMBERS);
        assertThat(facets.number()).isEqualTo(7);
        assertThat(facets.changesMembership()).isFalse();
    }

    @Test
    void theBeginningOfAConversationOpensAnIntervalForEachOfItsMembers() {
        Facets facets = Facets.of(new DirectConversationStarted(CONVERSATION, List.of(ALICE, BOB), ALICE));
        assertThat(facets.joins())
                .containsExactly(new Joined(ALICE, MemberRole.MEMBER, null), new Joined(BOB, MemberRole.MEMBER, null));
    }

    @Test
    void aDeletionForgetsTheEventItNames() {
        Facets facets = Facets.of(new MessageDeleted(CONVERSATION, 42, 57, new MessageId(UUID.randomUUID()), ALICE));
        assertThat(facets.forgets()).containsExactly(new SequenceRange(57, 57));
        assertThat(facets.number()).isNull();
    }

    @Test
    void whatAMemberSaysAboutAMessageNamesTheMessagesEventAndTakesNoNumber() {
        Facets facets = Facets.of(new ReactionsChanged(
                CONVERSATION,
                42,
                57,
                new MessageId(UUID.randomUUID()),
                BOB,
                new ReactionsChanged.Reactions(List.of("👍"))));
        assertThat(facets.about()).isEqualTo(57);
        assertThat(facets.number()).isNull();
        assertThat(facets.forgets()).isEmpty();
        assertThat(facets.audience()).isEqualTo(Facets.Audience.MEMBERS);
    }

    @Test
    void whatIsWrittenReadsAsItWas() {
        Facets all = new Facets(
                Facets.Audience.PEOPLE,
                List.of(ALICE),
                3L,
                List.of(new Joined(BOB, MemberRole.ADMIN, 12L)),
                List.of(ALICE),
                List.of(new SequenceRange(1, 4)),
                12L,
                true,
                true);
        for (Facets facets : List.of(all, Facets.NONE)) {
            assertThat(json.readValue(json.writeValueAsString(facets), Facets.class))
                    .isEqualTo(facets);
        }
        assertThat(json.writeValueAsString(Facets.NONE)).isEqualTo("{\"audience\":\"nobody\"}");
        assertThat(json.readValue("{\"later\":1}", Facets.class)).isEqualTo(Facets.NONE);
    }

    @Test
    void viewsComeBackToAnEventUnlessItSaysThatTheyNeedNot() {
        assertThat(Facets.of(new LegalHoldPlaced(ALICE)).skippable()).isTrue();
        assertThat(Facets.of(new AccountErased(ALICE)).skippable()).isFalse();
        assertThat(Facets.ofUnknown(StreamId.conversation(CONVERSATION)).skippable())
                .isFalse();
    }

    @Test
    void anEventThatIsNotKnownHasTheFacetsItsWriterRecorded() {
        Facets facets = Facets.of(new DirectConversationStarted(CONVERSATION, List.of(ALICE, BOB), ALICE));
        StreamId stream = StreamId.conversation(CONVERSATION);
        EventName name = new EventName("parley.conversation.poll-opened", 1);
        assertThat(Facets.of(new UnknownEvent(stream, name, "{}", facets))).isEqualTo(facets);
        assertThat(EventName.of(new UnknownEvent(stream, name, "{}", facets)).routed())
                .isEqualTo("conversation.poll-opened.v1");
    }

    @Test
    void anAudienceOrARoleOfABuildToComeTakesNoOtherFacetAlong() {
        Facets read = json.readValue("""
                {"audience":"guests","joins":[{"member":"%s","role":"guest"}],"leaves":["%s"]}""".formatted(BOB, ALICE), Facets.class);
        assertThat(read.audience()).isEqualTo(Facets.Audience.MEMBERS);
        assertThat(read.joins()).containsExactly(new Joined(BOB, MemberRole.MEMBER, null));
        assertThat(read.leaves()).containsExactly(ALICE);
    }
}
